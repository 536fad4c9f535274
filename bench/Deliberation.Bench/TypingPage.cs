using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;

namespace Deliberation.Bench;

/// <summary>
/// An open page that costs the driver little: it follows version and length, types on what is confirmed, gathers
/// keys while a push is in flight, and hashes what it receives so that pages can be compared.
/// </summary>
internal sealed class TypingPage(int number, Guid documentId, TypingPage[] pages) : IDisposable
{
    private const int MostKeys = 20_000;

    private readonly Lock door = new();
    private readonly SemaphoreSlim sending = new(1, 1);
    private readonly Random chance = new(number);
    private readonly List<long> waiting = [];
    private readonly long[] keys = new long[MostKeys];
    private readonly long[] asked = new long[MostKeys];
    private WebSocket? socket;
    private int typed;
    private int typedBefore;
    private int inFlight;
    private int pushes;
    private int cursor;

    public Latencies Seen { get; private set; } = new();

    public Latencies Acknowledged { get; private set; } = new();

    public int Version { get; private set; }

    public int Length { get; private set; }

    public ulong Hash { get; private set; } = 14_695_981_039_346_656_037;

    public long Bytes { get; private set; }

    public long Updates { get; private set; }

    public int Refused { get; private set; }

    public int Typed => typed;

    public int TypedAnew => typed - typedBefore;

    public bool IsQuiet => inFlight == 0 && waiting.Count == 0;

    public bool IsLost { get; private set; }

    private string Name => string.Create(CultureInfo.InvariantCulture, $"p{number:0000000}");

    public async Task OpenAsync(WebSocket line, int length, int version)
    {
        (socket, Length, Version, cursor) = (line, length, version, chance.Next(length + 1));
        await SendAsync("{\"protocol\":\"json\",\"version\":1}\u001e");
        await SendAsync(Call(0, "Open", $"\"{documentId}\",{version}"));
        _ = ReceiveAsync(line);
    }

    public async Task TypeAsync(double rate, TimeSpan until)
    {
        var clock = Stopwatch.StartNew();
        var next = TimeSpan.FromSeconds(chance.NextDouble() / rate);
        while (next < until)
        {
            if (next > clock.Elapsed)
            {
                await Task.Delay(next - clock.Elapsed);
            }

            string? push;
            lock (door)
            {
                waiting.Add(Stopwatch.GetTimestamp());
                push = NextPush();
            }

            await SendAsync(push);
            next += TimeSpan.FromSeconds((0.5 + chance.NextDouble()) / rate);
        }
    }

    /// <summary>The first seconds of a server are spent on compiling itself: what comes after is counted.</summary>
    public void CountAnew()
    {
        lock (door)
        {
            (Seen, Acknowledged, Bytes, Updates, typedBefore) = (new(), new(), 0, 0, typed);
        }
    }

    public async Task PingAsync() => await SendAsync("{\"type\":6}\u001e");

    public void Dispose()
    {
        socket?.Dispose();
        sending.Dispose();
    }

    private static string Call(int id, string method, string arguments) =>
        $$"""{"type":1,"invocationId":"{{id}}","target":"{{method}}","arguments":[{{arguments}}]}"""
        + '\u001e';

    // Only called with the door closed.
    private string? NextPush()
    {
        if (inFlight > 0 || waiting.Count == 0)
        {
            return null;
        }

        var (first, length, changes) = (typed, Length, new StringBuilder());
        foreach (var key in waiting)
        {
            keys[typed++] = key;
            changes.Append(changes.Length > 0 ? "," : "").Append(NextChange(ref length));
        }

        inFlight = waiting.Count;
        waiting.Clear();
        asked[++pushes] = Stopwatch.GetTimestamp();
        return Call(pushes, "Push", $"\"{documentId}\",{Version},\"{Name}\",{first},[{changes}]");
    }

    private string NextChange(ref int length)
    {
        cursor = chance.Next(40) == 0 ? chance.Next(length + 1) : Math.Min(cursor, length);
        if (cursor > 0 && chance.Next(8) == 0)
        {
            cursor--;
            var left = length-- - cursor - 1;
            return $"[{(cursor > 0 ? $"{cursor}," : "")}[1]{(left > 0 ? $",{left}" : "")}]";
        }

        var (before, after) = (cursor++, length++ - cursor + 1);
        return $"[{(before > 0 ? $"{before}," : "")}[0,\"e\"]{(after > 0 ? $",{after}" : "")}]";
    }

    private async Task SendAsync(string? text)
    {
        if (text is null || socket is null)
        {
            return;
        }

        await sending.WaitAsync();
        try
        {
            await socket.SendAsync(
                Encoding.UTF8.GetBytes(text),
                WebSocketMessageType.Text,
                true,
                CancellationToken.None
            );
        }
        catch (Exception cut) when (cut is WebSocketException or ObjectDisposedException)
        {
            IsLost = true;
        }
        finally
        {
            sending.Release();
        }
    }

    private async Task ReceiveAsync(WebSocket line)
    {
        var (buffer, filled) = (new byte[262_144], 0);
        try
        {
            while (true)
            {
                if (filled == buffer.Length)
                {
                    Array.Resize(ref buffer, filled * 2);
                }

                var received = await line.ReceiveAsync(buffer.AsMemory(filled), CancellationToken.None);
                if (received.MessageType == WebSocketMessageType.Close)
                {
                    IsLost = true;
                    return;
                }

                filled += received.Count;
                var used = Read(buffer.AsSpan(0, filled));
                buffer.AsSpan(used, filled - used).CopyTo(buffer);
                filled -= used;
                await SendAsync(Follow());
            }
        }
        catch (Exception cut)
            when (cut is WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            IsLost = true;
        }
    }

    private string? Follow()
    {
        lock (door)
        {
            return NextPush();
        }
    }

    private int Read(ReadOnlySpan<byte> bytes)
    {
        var used = 0;
        while (bytes[used..].IndexOf((byte)0x1e) is var end and >= 0)
        {
            lock (door)
            {
                ReadMessage(bytes.Slice(used, end));
            }

            used += end + 1;
        }

        return used;
    }

    private void ReadMessage(ReadOnlySpan<byte> message)
    {
        if (message.StartsWith("{\"type\":1,\"target\":\"Changed\""u8))
        {
            Bytes += message.Length + 5; // The separator, and the head of its frame.
            foreach (var update in new WireUpdates(message, Version))
            {
                Take(update);
            }
        }
        else if (message.StartsWith("{\"type\":3"u8))
        {
            var id = WireUpdates.InvocationOf(message);
            if (id > 0)
            {
                Acknowledged.Add(asked[id], Stopwatch.GetTimestamp());
                Refused += message.IndexOf("\"refused\":null"u8) < 0 ? 1 : 0;
            }
        }
    }

    private void Take(WireUpdate update)
    {
        (Version, Length, Updates) = (Version + 1, Length + update.Growth, Updates + 1);
        foreach (var unit in update.Bytes)
        {
            Hash = (Hash ^ unit) * 1_099_511_628_211;
        }

        if (update.Page == number)
        {
            inFlight--;
        }
        else
        {
            Seen.Add(pages[update.Page].keys[update.Sequence], Stopwatch.GetTimestamp());
        }
    }
}

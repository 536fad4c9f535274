using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Deliberation.Bench.Intake;

/// <summary>One connection that stays open and asks in plain HTTP/1.1: cheap, so that the service has the processors.</summary>
internal sealed class PlainLine : IDisposable
{
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();
    private static readonly byte[] EndOfChunks = "0\r\n\r\n"u8.ToArray();

    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] answer = new byte[64 * 1024];

    public static async Task<PlainLine> OpenAsync(Uri address)
    {
        var line = new PlainLine();
        await line.socket.ConnectAsync(address.Host, address.Port);
        return line;
    }

    /// <summary>A request ready to be sent again and again.</summary>
    public static byte[] Request(Uri address, string path, string key, string json)
    {
        var body = Encoding.UTF8.GetBytes(json);
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"POST {path} HTTP/1.1\r\nHost: {address.Authority}\r\nAuthorization: Bearer {key}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n"
        );
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    /// <returns>The status of the answer.</returns>
    public async Task<int> AskAsync(ReadOnlyMemory<byte> request)
    {
        await socket.SendAsync(request);
        var length = 0;
        while (true)
        {
            var read = await socket.ReceiveAsync(answer.AsMemory(length));
            length += read;
            if (IsWhole(answer.AsSpan(0, length)))
            {
                return (answer[9] - '0') * 100 + (answer[10] - '0') * 10 + (answer[11] - '0');
            }

            if (read == 0 || length == answer.Length)
            {
                throw new IOException("The answer stopped.");
            }
        }
    }

    public void Dispose() => socket.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> read)
    {
        var head = read.IndexOf(EndOfHead);
        if (head < 0)
        {
            return false;
        }

        var lengthAt = read[..head].IndexOf("Content-Length: "u8);
        if (lengthAt < 0)
        {
            return read.EndsWith(EndOfChunks);
        }

        var digits = read[(lengthAt + 16)..head];
        var end = digits.IndexOf((byte)'\r');
        return read.Length
            == head + 4 + int.Parse(end < 0 ? digits : digits[..end], CultureInfo.InvariantCulture);
    }
}

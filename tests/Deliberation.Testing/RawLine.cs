using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Deliberation.Testing;

/// <summary>A socket to a hub without a client: whatever bytes a test wants to send, and what comes back.</summary>
internal sealed class RawLine(WebSocket socket) : IDisposable
{
    private const char End = '\u001e';

    private readonly StringBuilder unread = new();
    private int asked;

    public static async Task<RawLine> OpenAsync(Product product, string hub, Guid person)
    {
        var cookie = SignedInCookie.For(product.Services, person);
        var line = new RawLine(await product.SocketAsync(hub, cookie, null, CancellationToken.None));
        await line.GreetAsync();
        return line;
    }

    /// <summary>Agrees on how to speak; comes before all else.</summary>
    public async Task GreetAsync()
    {
        await SendAsync("{\"protocol\":\"json\",\"version\":1}" + End);
        await ReceiveAsync();
    }

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    public Task SendAsync(byte[] bytes) =>
        socket.SendAsync(bytes, WebSocketMessageType.Text, true, CancellationToken.None);

    /// <summary>Calls a method of the hub; the arguments are raw JSON.</summary>
    /// <returns>The whole answer: a <c>result</c>, or an <c>error</c>.</returns>
    public async Task<JsonElement> AskAsync(string method, string arguments)
    {
        var id = $"{++asked}";
        await SendAsync(Invocation(method, arguments, id));
        while (true)
        {
            var message = await ReceiveAsync() ?? throw new WebSocketException("The line was closed.");
            if (message.TryGetProperty("invocationId", out var of) && of.GetString() == id)
            {
                return message;
            }
        }
    }

    public static string Invocation(string method, string arguments, string id) =>
        $$"""{"type":1,"invocationId":"{{id}}","target":"{{method}}","arguments":[{{arguments}}]}""" + End;

    /// <summary>The next message; null once the line is closed.</summary>
    public async Task<JsonElement?> ReceiveAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        var buffer = new byte[16_384];
        while (true)
        {
            var all = unread.ToString();
            var end = all.IndexOf(End, StringComparison.Ordinal);
            if (end >= 0)
            {
                unread.Remove(0, end + 1);
                return JsonElement.Parse(all[..end]);
            }

            try
            {
                var received = await socket.ReceiveAsync(buffer, patience.Token);
                if (received.MessageType == WebSocketMessageType.Close)
                {
                    return null;
                }

                unread.Append(Encoding.UTF8.GetString(buffer, 0, received.Count));
            }
            catch (Exception cut) when (cut is WebSocketException or IOException or ObjectDisposedException)
            {
                return null;
            }
        }
    }

    /// <summary>Reads on until the server closes the line.</summary>
    public async Task ClosesAsync()
    {
        while (await ReceiveAsync() is not null) { }
    }

    public void Dispose() => socket.Dispose();
}

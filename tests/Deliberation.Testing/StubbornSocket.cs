using System.Net.Sockets;
using System.Net.WebSockets;

namespace Deliberation.Testing;

/// <summary>A socket with almost no room to receive: once its page stops reading, the server soon cannot send.</summary>
internal static class StubbornSocket
{
    public static async Task<WebSocket> OpenAsync(Uri server, string path, string cookie)
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", server.GetLeftPart(UriPartial.Authority));
        socket.Options.SetRequestHeader("Cookie", cookie);
        using var handler = new SocketsHttpHandler { ConnectCallback = ConnectAsync };
        using var invoker = new HttpMessageInvoker(handler);
        var address = new UriBuilder(new Uri(server, path)) { Scheme = "ws" };
        await socket.ConnectAsync(address.Uri, invoker, CancellationToken.None);
        return socket;
    }

    private static async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context,
        CancellationToken cancellationToken
    )
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4_096 };
        await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }
}

using System.Net.WebSockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Deliberation.Testing;

/// <summary>The product on a real port of this machine: lines can be cut, and their buffers fill, as on a network.</summary>
public class ListeningProduct : Product
{
    public ListeningProduct() => UseKestrel(0);

    public Uri Address =>
        new(
            Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()
        );

    public override async Task<WebSocket> SocketAsync(
        string path,
        string? cookie,
        string? origin,
        CancellationToken cancellationToken
    ) => await OpenAsync(Address, path, cookie, origin, cancellationToken);

    /// <summary>A socket over the network of this machine.</summary>
    public static async Task<ClientWebSocket> OpenAsync(
        Uri server,
        string path,
        string? cookie,
        string? origin,
        CancellationToken cancellationToken
    )
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", origin ?? server.GetLeftPart(UriPartial.Authority));
        socket.Options.SetRequestHeader("Cookie", cookie);
        var address = new UriBuilder(new Uri(server, path)) { Scheme = "ws" };
        await socket.ConnectAsync(address.Uri, cancellationToken);
        return socket;
    }
}

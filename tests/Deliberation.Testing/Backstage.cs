using System.Net.WebSockets;
using Deliberation.Web.Features.Deliberate.Drafting;

namespace Deliberation.Testing;

/// <summary>The stage door of a running product: on the same data, to bring in people and look at what is on disk.</summary>
internal sealed class Backstage(RunningProduct running) : Product
{
    protected override string EnvironmentName => "Development";

    protected override IReadOnlyDictionary<string, string> Settings =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["DataFolder"] = running.DataFolder,
            ["Seed"] = "none",
        };

    /// <summary>The cookie of someone who came in, as <c>name=value</c>.</summary>
    public string CookieOf(Guid person) => SignedInCookie.For(Services, person);

    /// <summary>A page on a live text, over a real socket.</summary>
    public LivePage LivePage(Guid documentId, Guid person)
    {
        var cookie = CookieOf(person);
        return new LivePage(documentId, cancellationToken => ConnectAsync(cookie, cancellationToken));
    }

    private async Task<WebSocket> ConnectAsync(string cookie, CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Cookie", cookie);
        socket.Options.SetRequestHeader("Origin", running.Address.GetLeftPart(UriPartial.Authority));
        var address = new UriBuilder(new Uri(running.Address, DraftingSetup.HubAddress)) { Scheme = "ws" };
        await socket.ConnectAsync(address.Uri, cancellationToken);
        return socket;
    }
}

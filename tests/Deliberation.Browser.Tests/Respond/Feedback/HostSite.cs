using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Deliberation.Browser.Tests.Respond.Feedback;

/// <summary>A page of another site, on a port of its own, that shows the form as docs/integration.md says.</summary>
internal sealed class HostSite : IAsyncDisposable
{
    private readonly WebApplication running;

    private HostSite(WebApplication running) => this.running = running;

    /// <summary>Another site than ours even without its port: browsers know <c>localhost</c> from its number.</summary>
    public Uri Address => new(running.Urls.First());

    public string Origin => Address.GetLeftPart(UriPartial.Authority);

    /// <param name="service">Our address, known once both run.</param>
    public static async Task<HostSite> StartAsync(Func<Uri> service)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var site = builder.Build();
        site.Urls.Add("http://127.0.0.1:0");
        site.MapGet(
            "/",
            (HttpContext context) =>
            {
                var ours = service().GetLeftPart(UriPartial.Authority);
                context.Response.Headers.ContentSecurityPolicy =
                    $"default-src 'none'; script-src {ours}; frame-src {ours}";
                return Results.Content(Page(ours), "text/html; charset=utf-8");
            }
        );
        await site.StartAsync();
        return new HostSite(site);
    }

    public async ValueTask DisposeAsync() => await running.DisposeAsync();

    private static string Page(string ours) =>
        $"""
            <!DOCTYPE html>
            <html lang="fr">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Mon espace santé</title></head>
            <body>
            <script src="{ours}/widget.js" async data-cible="retour" data-couleur="#5a2ca0" data-rayon="4"></script>
            <main>
            <h1>Mon espace santé</h1>
            <div id="retour"><a href="{ours}/retours/donner">Donner un retour sur l’espace santé</a></div>
            </main>
            </body>
            </html>
            """;
}

using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Deliberation.Web.Platform;

/// <summary>
/// Asks the service for one of its own pages as soon as it listens: what all pages need is compiled while the database
/// is got ready, and not while the first reader waits. A moment later, gives back the memory that starting took: no
/// ordinary collection would for hours.
/// </summary>
internal static class WarmUp
{
    private const string Page = "/mentions-legales";

    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(5);

    public static void WarmUpWhenStarted(this WebApplication app) =>
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            if (OwnAddress(app) is { } address)
            {
                _ = AskAsync(address, app.Lifetime.ApplicationStopping);
            }
        });

    // In tests without a network there is no address.
    private static Uri? OwnAddress(WebApplication app)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
        var plain = addresses?.Addresses.FirstOrDefault(address =>
            address.StartsWith("http://", StringComparison.Ordinal)
        );
        return plain is null
            ? null
            : new UriBuilder("http", "localhost", BindingAddress.Parse(plain).Port, Page).Uri;
    }

    private static async Task AskAsync(Uri address, CancellationToken stopping)
    {
        try
        {
            using var client = new HttpClient();
            using var page = await client.GetAsync(address, stopping);
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            // Then the first reader waits a little.
        }

        await Task.Delay(Moment, CancellationToken.None);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}

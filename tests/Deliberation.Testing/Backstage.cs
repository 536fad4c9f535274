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
    public LivePage LivePage(Guid documentId, Guid person) =>
        LivePage(running.Address, documentId, CookieOf(person));

    public static LivePage LivePage(Uri server, Guid documentId, string cookie) =>
        new(
            documentId,
            async cancellationToken =>
                await ListeningProduct.OpenAsync(
                    server,
                    DraftingSetup.HubAddress,
                    cookie,
                    null,
                    cancellationToken
                )
        );
}

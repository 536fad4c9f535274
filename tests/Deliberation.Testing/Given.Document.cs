using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Features.Deliberate.Drafting;

namespace Deliberation.Testing;

internal static partial class Given
{
    public static async Task<Document> DocumentAsync(Product product, Guid spaceId)
    {
        var document = Document.Create(Guid.CreateVersion7(), spaceId, DateTimeOffset.UtcNow);
        await product.KeepAsync(document);
        return document;
    }

    /// <summary>An open page of a person on a text, connected and up to date.</summary>
    public static async Task<LivePage> LivePageAsync(Product product, Guid documentId, Guid person)
    {
        var page = LivePage(product, documentId, person);
        Assert.Null(await page.OpenAsync());
        return page;
    }

    public static LivePage LivePage(Product product, Guid documentId, Guid? person, string? origin = null) =>
        new(
            documentId,
            cancellationToken =>
                product.SocketAsync(
                    DraftingSetup.HubAddress,
                    person is { } id ? SignedInCookie.For(product.Services, id) : null,
                    origin,
                    cancellationToken
                )
        );
}

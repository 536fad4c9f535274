using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Deliberation.Web.Features.Deliberate.Drafting.Live;

/// <summary>What every live text needs: the writer, what is kept, the clock, the limits, and who may be there.</summary>
internal sealed class LiveParts(
    IServiceScopeFactory scopes,
    ChangeWriter writer,
    Standing standing,
    TimeProvider clock,
    IOptions<DraftingLimits> limits
)
{
    public ChangeWriter Writer => writer;

    public Standing Standing => standing;

    public TimeProvider Clock => clock;

    public DraftingLimits Limits => limits.Value;

    /// <summary>The text as kept, with the changes since the last whole text.</summary>
    public async Task<(LiveText Text, IReadOnlyList<KeptChange> Later, string? Frozen)> LoadAsync(
        Guid documentId,
        CancellationToken cancellationToken
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        var log = scope.ServiceProvider.GetRequiredService<DocumentLog>();
        var start = await log.SnapshotAsync(documentId, int.MaxValue, cancellationToken);
        var later = Kept(await log.ChangesAsync(documentId, start.Version, int.MaxValue, cancellationToken));
        var text = new LiveText(start.Text, start.Version);
        foreach (var change in later)
        {
            text.Restore(change.Change);
        }

        return (text, later, await FrozenAsync(documentId, cancellationToken));
    }

    /// <summary>Why the text is frozen; null when it may change.</summary>
    public async Task<string?> FrozenAsync(Guid documentId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<DeliberationDb>()
            .Set<Document>()
            .Where(document => document.Id == documentId)
            .Select(document => document.FrozenReason)
            .SingleAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<KeptChange>> ChangesAsync(
        Guid documentId,
        int after,
        int upTo,
        CancellationToken cancellationToken
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        var log = scope.ServiceProvider.GetRequiredService<DocumentLog>();
        return Kept(await log.ChangesAsync(documentId, after, upTo, cancellationToken));
    }

    public async Task<ChangeRow?> LastOfAsync(
        Guid documentId,
        string clientId,
        CancellationToken cancellationToken
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        var log = scope.ServiceProvider.GetRequiredService<DocumentLog>();
        return await log.LastOfAsync(documentId, clientId, cancellationToken);
    }

    public async Task<Guid?> SpaceOfAsync(Guid documentId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<DeliberationDb>()
            .Set<Document>()
            .Where(document => document.Id == documentId)
            .Select(document => (Guid?)document.SpaceId)
            .FirstOrDefaultAsync(cancellationToken);
    }

    private static List<KeptChange> Kept(IEnumerable<ChangeRow> rows) =>
        [
            .. rows.Select(row => new KeptChange(
                row.Version,
                row.AuthorId,
                new ClientChange(row.ClientId, row.Sequence, WireChange.Parse(row.Content)),
                row.Content,
                row.At
            )),
        ];
}

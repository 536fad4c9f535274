using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>
/// Stops and restarts texts. Called inside <see cref="DeliberationDb.InOneTransactionAsync"/>, the freeze is part
/// of that transaction; no change of any node can slip in between the version it names and its commit.
/// </summary>
internal sealed class Documents(DeliberationDb db, DocumentLog log, TimeProvider clock)
{
    /// <summary>Freezes a text and gives the version and words that are frozen.</summary>
    /// <exception cref="Deliberation.Domain.RuleBroken">Already frozen, or no reason is given.</exception>
    public Task<KeptText> FreezeAsync(Guid documentId, string reason, CancellationToken cancellationToken) =>
        db.InOneTransactionAsync(
            async () =>
            {
                var document = await HoldAsync(documentId, cancellationToken);
                var text = await log.TextAsync(documentId, cancellationToken);
                document.Freeze(reason, text.Version, clock.GetUtcNow());
                await db.SaveChangesAsync(cancellationToken);
                return text;
            },
            cancellationToken
        );

    /// <exception cref="Deliberation.Domain.RuleBroken">The text is not frozen.</exception>
    public Task ThawAsync(Guid documentId, CancellationToken cancellationToken) =>
        db.InOneTransactionAsync(
            async () =>
            {
                var document = await HoldAsync(documentId, cancellationToken);
                document.Thaw(clock.GetUtcNow());
                return await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken
        );

    /// <summary>Keeps everybody else from writing in a text until the transaction ends.</summary>
    // The empty update locks the row: on PostgreSQL, a node about to write changes of this text waits for us, or we for it.
    public async Task<Document> HoldAsync(Guid documentId, CancellationToken cancellationToken)
    {
        var row = db.Set<Document>().Where(document => document.Id == documentId);
        await row.ExecuteUpdateAsync(
            set => set.SetProperty(document => document.CreatedAt, document => document.CreatedAt),
            cancellationToken
        );
        return await row.SingleAsync(cancellationToken);
    }
}

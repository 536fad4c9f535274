using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Features.Deliberate.Drafting.Live;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>
/// Who wrote each word of a text at any version. What was found out is kept beside the whole texts, so that only the
/// changes since the last one are followed, and never the whole log for one page.
/// </summary>
internal sealed class Attributions(
    DeliberationDb db,
    AttributionKeeper keeper,
    IOptions<DraftingLimits> limits
)
{
    private const int AtOnce = 1_000;

    /// <summary>Who wrote the words of a text at a version, or at the last one if it has fewer.</summary>
    public async Task<Attribution> AtAsync(Guid documentId, int version, CancellationToken cancellationToken)
    {
        var (from, attribution) = await StartAsync(documentId, version, cancellationToken);
        var followed = await FollowAsync(attribution, documentId, from, version, cancellationToken);
        if (followed > limits.Value.SnapshotEvery)
        {
            keeper.Keep(documentId);
        }

        return attribution;
    }

    /// <summary>Keeps who wrote each whole text that was kept since the last time.</summary>
    public async Task KeepAsync(Guid documentId, CancellationToken cancellationToken)
    {
        var (at, attribution) = await StartAsync(documentId, int.MaxValue, cancellationToken);
        var versions = await db.Set<Snapshot>()
            .Where(snapshot => snapshot.DocumentId == documentId && snapshot.Version > at)
            .OrderBy(snapshot => snapshot.Version)
            .Select(snapshot => snapshot.Version)
            .ToListAsync(cancellationToken);
        foreach (var version in versions)
        {
            await FollowAsync(attribution, documentId, at, version, cancellationToken);
            await KeepOneAsync(documentId, version, attribution, cancellationToken);
            at = version;
        }
    }

    private async Task<(int Version, Attribution Attribution)> StartAsync(
        Guid documentId,
        int version,
        CancellationToken cancellationToken
    )
    {
        var kept = await db.Set<KeptAttribution>()
            .AsNoTracking()
            .Where(row => row.DocumentId == documentId && row.Version <= version)
            .OrderByDescending(row => row.Version)
            .FirstOrDefaultAsync(cancellationToken);
        return (kept?.Version ?? 0, Attribution.Of(WirePassages.Read(kept?.Passages ?? "")));
    }

    /// <returns>How many changes were followed.</returns>
    private async Task<int> FollowAsync(
        Attribution attribution,
        Guid documentId,
        int after,
        int upTo,
        CancellationToken cancellationToken
    )
    {
        for (var from = after; ; from += AtOnce)
        {
            var last = (int)Math.Min((long)from + AtOnce, upTo);
            var changes = await db.Set<ChangeRow>()
                .Where(row => row.DocumentId == documentId && row.Version > from && row.Version <= last)
                .OrderBy(row => row.Version)
                .Select(row => new { row.AuthorId, row.Content })
                .ToListAsync(cancellationToken);
            changes.ForEach(change => attribution.Follow(change.AuthorId, WireChange.Parse(change.Content)));
            if (changes.Count < AtOnce)
            {
                return from - after + changes.Count;
            }
        }
    }

    // Whoever keeps it first is right: it follows from the log.
    private Task KeepOneAsync(
        Guid documentId,
        int version,
        Attribution attribution,
        CancellationToken cancellationToken
    )
    {
        var passages = WirePassages.Write(attribution.Passages);
        return db.InOneTransactionAsync(
            () =>
                db.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO "Attributions" ("DocumentId", "Version", "Passages")
                    VALUES ({documentId}, {version}, {passages}) ON CONFLICT DO NOTHING
                    """,
                    cancellationToken
                ),
            cancellationToken
        );
    }
}

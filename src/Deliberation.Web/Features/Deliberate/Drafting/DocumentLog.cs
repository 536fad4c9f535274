using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Features.Deliberate.Drafting.Live;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>A text at one version.</summary>
internal sealed record KeptText(int Version, string Text);

/// <summary>What is kept of the texts: the words at any version, and every change.</summary>
internal sealed class DocumentLog(DeliberationDb db)
{
    public async Task<int> HeadAsync(Guid documentId, CancellationToken cancellationToken) =>
        await db.Set<ChangeRow>()
            .Where(change => change.DocumentId == documentId)
            .MaxAsync(change => (int?)change.Version, cancellationToken)
        ?? 0;

    /// <summary>The text as it is now, or as it was at a version.</summary>
    public async Task<KeptText> TextAsync(
        Guid documentId,
        CancellationToken cancellationToken,
        int version = int.MaxValue
    )
    {
        var start = await SnapshotAsync(documentId, version, cancellationToken);
        var later = await ChangesAsync(documentId, start.Version, version, cancellationToken);
        return new KeptText(
            start.Version + later.Count,
            Written(start.Text, later.Select(change => change.Content))
        );
    }

    /// <summary>Many texts as they are now, in two questions.</summary>
    public async Task<IReadOnlyDictionary<Guid, KeptText>> TextsAsync(
        IReadOnlyCollection<Guid> documentIds,
        CancellationToken cancellationToken
    )
    {
        var snapshots = db.Set<Snapshot>().Where(snapshot => documentIds.Contains(snapshot.DocumentId));
        var starts = await snapshots
            .Where(snapshot =>
                snapshot.Version
                == snapshots.Where(s => s.DocumentId == snapshot.DocumentId).Max(s => s.Version)
            )
            .ToDictionaryAsync(
                snapshot => snapshot.DocumentId,
                snapshot => new KeptText(snapshot.Version, snapshot.Text),
                cancellationToken
            );
        var later = await db.Set<ChangeRow>()
            .Where(change => documentIds.Contains(change.DocumentId))
            .Where(change =>
                change.Version
                > (snapshots.Where(s => s.DocumentId == change.DocumentId).Max(s => (int?)s.Version) ?? 0)
            )
            .OrderBy(change => change.Version)
            .Select(change => new { change.DocumentId, change.Content })
            .ToListAsync(cancellationToken);
        var changes = later.ToLookup(change => change.DocumentId, change => change.Content);
        return documentIds
            .Distinct()
            .ToDictionary(
                id => id,
                id =>
                {
                    var start = starts.GetValueOrDefault(id, new KeptText(0, ""));
                    return new KeptText(
                        start.Version + changes[id].Count(),
                        Written(start.Text, changes[id])
                    );
                }
            );
    }

    /// <summary>The text as it is now, with what it takes to follow words from an earlier version.</summary>
    public async Task<TextNow> NowAsync(Guid documentId, int since, CancellationToken cancellationToken)
    {
        var text = await TextAsync(documentId, cancellationToken);
        var later = await ChangesAsync(
            documentId,
            Math.Min(since, text.Version),
            text.Version,
            cancellationToken
        );
        return new TextNow(
            text.Version,
            text.Text,
            [.. later.Select(change => WireChange.Parse(change.Content))]
        );
    }

    public async Task<KeptText> SnapshotAsync(
        Guid documentId,
        int version,
        CancellationToken cancellationToken
    ) =>
        await db.Set<Snapshot>()
            .Where(snapshot => snapshot.DocumentId == documentId && snapshot.Version <= version)
            .OrderByDescending(snapshot => snapshot.Version)
            .Select(snapshot => new KeptText(snapshot.Version, snapshot.Text))
            .FirstOrDefaultAsync(cancellationToken)
        ?? new KeptText(0, "");

    /// <summary>The changes after one version up to another, oldest first.</summary>
    public async Task<IReadOnlyList<ChangeRow>> ChangesAsync(
        Guid documentId,
        int after,
        int upTo,
        CancellationToken cancellationToken
    ) =>
        await db.Set<ChangeRow>()
            .AsNoTracking()
            .Where(change =>
                change.DocumentId == documentId && change.Version > after && change.Version <= upTo
            )
            .OrderBy(change => change.Version)
            .ToListAsync(cancellationToken);

    /// <summary>The last change an open page got accepted; null when it is unknown.</summary>
    public async Task<ChangeRow?> LastOfAsync(
        Guid documentId,
        string clientId,
        CancellationToken cancellationToken
    ) =>
        await db.Set<ChangeRow>()
            .AsNoTracking()
            .Where(change => change.DocumentId == documentId && change.ClientId == clientId)
            .OrderByDescending(change => change.Sequence)
            .FirstOrDefaultAsync(cancellationToken);

    private static string Written(string start, IEnumerable<string> changes)
    {
        var words = new TextBuffer(start);
        foreach (var change in changes)
        {
            words.Write(WireChange.Parse(change));
        }

        return words.ToString();
    }
}

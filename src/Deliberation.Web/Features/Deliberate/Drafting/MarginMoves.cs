using Deliberation.Domain.Deliberate.Amendments;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Features.Deliberate.Drafting.Live;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>Discussions and open amendments go along when their words go to another text.</summary>
internal sealed class MarginMoves(DeliberationDb db, DocumentLog log, TimeProvider clock)
{
    /// <param name="from">The text they are in, at the last version that holds their words.</param>
    /// <param name="landing">Where a place of that version is in the other text; null for what stays.</param>
    public async Task MoveAsync(
        (Guid DocumentId, KeptText Text) from,
        Guid into,
        Func<Anchor, Anchor?> landing,
        CancellationToken cancellationToken
    )
    {
        var comments = await db.Set<Comment>()
            .Whole()
            .Where(comment => comment.DocumentId == from.DocumentId)
            .ToListAsync(cancellationToken);
        var amendments = await db.Set<Amendment>()
            .Where(amendment => amendment.DocumentId == from.DocumentId)
            .Where(amendment => amendment.State == AmendmentState.Open)
            .ToListAsync(cancellationToken);
        List<Anchor> anchors =
        [
            .. comments.Select(comment => comment.Anchor).OfType<Anchor>(),
            .. amendments.Select(amendment => amendment.Anchor),
        ];
        if (anchors.Count == 0)
        {
            return;
        }

        var text = await UpToAsync(from, anchors.Min(anchor => anchor.Version), cancellationToken);
        var other = await db.Set<Document>().SingleAsync(document => document.Id == into, cancellationToken);
        Anchor? Landed(Anchor? anchor) =>
            anchor is not null && text.Follow(anchor) is { IsGone: false } now ? landing(now) : null;

        foreach (var comment in comments)
        {
            if (Landed(comment.Anchor) is { } there)
            {
                comment.GoWith(other, there, clock.GetUtcNow());
            }
        }

        foreach (var amendment in amendments)
        {
            if (Landed(amendment.Anchor) is { } there)
            {
                amendment.GoWith(other, there, clock.GetUtcNow());
            }
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<TextNow> UpToAsync(
        (Guid DocumentId, KeptText Text) from,
        int since,
        CancellationToken cancellationToken
    )
    {
        var version = from.Text.Version;
        var later = await log.ChangesAsync(
            from.DocumentId,
            Math.Min(since, version),
            version,
            cancellationToken
        );
        return new TextNow(version, from.Text.Text, [.. later.Select(row => WireChange.Parse(row.Content))]);
    }
}

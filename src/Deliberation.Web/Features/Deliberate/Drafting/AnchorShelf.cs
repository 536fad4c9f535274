using Deliberation.Domain.Deliberate.Amendments;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>
/// Keeps anchors where they now are, so that following them does not start ever further back. A kept place is only a
/// shortcut: the same place follows from the log, so nobody who writes at the same moment is disturbed.
/// </summary>
internal sealed class AnchorShelf(DeliberationDb db, WriterQueue writers)
{
    /// <summary>How many changes one may follow each time a text is opened.</summary>
    public const int FarBehind = 200;

    public async Task KeepAsync(
        IEnumerable<MarginNote> comments,
        IEnumerable<MarginNote> amendments,
        CancellationToken cancellationToken
    )
    {
        using var turn = await writers.EnterAsync(cancellationToken);
        foreach (var (id, anchor) in Anchored(comments))
        {
            await db.Set<Comment>()
                .Where(comment => comment.Id == id && comment.Anchor!.Version < anchor.Version)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(comment => comment.Anchor!.Version, anchor.Version)
                            .SetProperty(comment => comment.Anchor!.From, anchor.From)
                            .SetProperty(comment => comment.Anchor!.To, anchor.To),
                    cancellationToken
                );
        }

        foreach (var (id, anchor) in Anchored(amendments))
        {
            await db.Set<Amendment>()
                .Where(amendment => amendment.Id == id && amendment.Anchor.Version < anchor.Version)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(amendment => amendment.Anchor.Version, anchor.Version)
                            .SetProperty(amendment => amendment.Anchor.From, anchor.From)
                            .SetProperty(amendment => amendment.Anchor.To, anchor.To),
                    cancellationToken
                );
        }
    }

    private static IEnumerable<(Guid Id, Anchor Anchor)> Anchored(IEnumerable<MarginNote> notes) =>
        from note in notes
        where note.Anchor is not null
        select (note.Id, note.Anchor);
}

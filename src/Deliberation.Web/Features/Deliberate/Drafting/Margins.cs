using Deliberation.Domain.Deliberate.Amendments;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>What is said beside a text, and where its words are now.</summary>
/// <param name="Version">The version the anchors are places of.</param>
internal sealed record MarginView(
    string Slug,
    Guid DocumentId,
    int Version,
    IReadOnlyList<MarginNote> Comments,
    IReadOnlyList<MarginNote> Amendments
)
{
    /// <summary>Whether its wording may still become another one: not once it is voted on or decided.</summary>
    public bool IsWritten { get; init; } = true;

    public string TextAddress => $"/dispositifs/{Slug}/atelier/textes/{DocumentId}";
}

/// <summary>A comment or an amendment beside a text.</summary>
/// <param name="Who">The name as chosen; null when the person is no longer known here.</param>
/// <param name="Anchor">Where its words are now; null when it is about the whole text.</param>
/// <param name="Quote">The words it was written on.</param>
/// <param name="Words">What is said, or the words proposed instead.</param>
internal sealed record MarginNote(
    Guid Id,
    string? Who,
    DateTimeOffset At,
    Anchor? Anchor,
    string Quote,
    string Words,
    int Replies
)
{
    public bool IsGone => Anchor is { IsGone: true };
}

/// <summary>Reads the margin of a text: open discussions and open amendments, in the order of the text.</summary>
internal sealed class Margins(DeliberationDb db, DocumentLog log, TextHistory history, AnchorShelf shelf)
{
    private const int AtMost = 300;

    public async Task<MarginView> ReadAsync(
        string slug,
        Document document,
        CancellationToken cancellationToken
    )
    {
        var comments = await db.Set<Comment>()
            .AsNoTracking()
            .Whole()
            .Where(comment => comment.DocumentId == document.Id && comment.ResolvedAt == null)
            .OrderBy(comment => comment.WrittenAt)
            .ThenBy(comment => comment.Id)
            .Take(AtMost)
            .ToListAsync(cancellationToken);
        var amendments = await db.Set<Amendment>()
            .AsNoTracking()
            .Where(amendment => amendment.DocumentId == document.Id && amendment.State == AmendmentState.Open)
            .OrderBy(amendment => amendment.ProposedAt)
            .Take(AtMost)
            .ToListAsync(cancellationToken);
        var anchors = comments.Select(c => c.Anchor).Concat(amendments.Select(a => a.Anchor));
        var since = anchors.Min(anchor => anchor?.Version) ?? int.MaxValue;
        var now = await log.NowAsync(document.Id, since, cancellationToken);
        var writers = await history.WritersAsync(document.SpaceId, cancellationToken);

        var view = new MarginView(
            slug,
            document.Id,
            now.Version,
            InOrder(comments.Select(comment => NoteOf(comment, now, writers))),
            InOrder(amendments.Select(amendment => NoteOf(amendment, now, writers)))
        )
        {
            IsWritten = await db.IsWrittenAsync(document.Id, cancellationToken),
        };
        if (now.Later.Count > AnchorShelf.FarBehind)
        {
            await shelf.KeepAsync(view.Comments, view.Amendments, cancellationToken);
        }

        return view;
    }

    private static MarginNote NoteOf(
        Comment comment,
        TextNow now,
        IReadOnlyDictionary<Guid, Writer> writers
    ) =>
        new(
            comment.Id,
            writers.GetValueOrDefault(comment.WrittenBy)?.Name,
            comment.WrittenAt,
            comment.Anchor is { } anchor ? now.Follow(anchor) : null,
            comment.Quote,
            comment.Words,
            comment.Replies.Count
        );

    private static MarginNote NoteOf(
        Amendment amendment,
        TextNow now,
        IReadOnlyDictionary<Guid, Writer> writers
    ) =>
        new(
            amendment.Id,
            writers.GetValueOrDefault(amendment.ProposedBy)?.Name,
            amendment.ProposedAt,
            now.Follow(amendment.Anchor),
            amendment.Replaced,
            amendment.Proposed,
            0
        );

    private static MarginNote[] InOrder(IEnumerable<MarginNote> notes) =>
        [.. notes.OrderBy(note => note.Anchor?.From ?? -1)];
}

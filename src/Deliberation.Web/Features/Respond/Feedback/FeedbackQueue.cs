using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Feedback.Triage;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>
/// What waits on the moderators' desk, in the order it is read: the most serious first, then the oldest. Among a
/// million, each queue follows an index from its beginning and is counted no further than anybody turns pages.
/// </summary>
internal sealed class FeedbackQueue(DeliberationDb db)
{
    public const int PageSize = 25;

    /// <summary>As far as one can turn the pages.</summary>
    public const int Most = 1_000;

    /// <summary>How far words are looked for.</summary>
    public const int MostRead = 10_000;

    public async Task<(IReadOnlyList<FeedbackLine> Lines, int Count)> PageAsync(
        DeskView view,
        Part? part,
        string? words,
        int page,
        CancellationToken cancellationToken
    )
    {
        var waiting = Narrow(view, part, words);
        var count = await waiting.Take(Most + 1).CountAsync(cancellationToken);
        var lines = await waiting
            .Skip((page - 1) * PageSize)
            .Take(PageSize)
            .Lines()
            .ToListAsync(cancellationToken);
        return (lines, count);
    }

    /// <summary>Where to go once this one is decided: the next of its queue, or the queue when it was the last.</summary>
    /// <param name="queue">None: back to it.</param>
    public async Task<string> AfterAsync(string number, DeskView? queue, CancellationToken cancellationToken)
    {
        if (queue is not { } view || !Enum.IsDefined(view))
        {
            return DeskAddress.Of(number);
        }

        var done = Uri.EscapeDataString(number.ToUpperInvariant());
        var (_, next) = await AroundAsync(number, view, cancellationToken);
        return next is null
            ? $"/bureau/retours?vue={view}&fait={done}"
            : $"{DeskAddress.In(view, next)}&fait={done}";
    }

    /// <summary>The numbers before and after this one in a queue, whether it is still there or not.</summary>
    public async Task<(string? Before, string? After)> AroundAsync(
        string number,
        DeskView view,
        CancellationToken cancellationToken
    )
    {
        var written = number.ToUpperInvariant();
        var here = await db.Set<UserFeedback>()
            .Where(feedback => feedback.Number == written)
            .Select(feedback => new Place(feedback.Severity, feedback.ReceivedAt, feedback.Number))
            .FirstOrDefaultAsync(cancellationToken);
        if (here is null || IsByNumber(view))
        {
            return (null, null);
        }

        var queue = Waiting(view);
        var peers = queue.Where(one => one.Severity == here.Severity);
        var before = await Places(Sort(peers.Where(one => one.ReceivedAt <= here.ReceivedAt)).Reverse())
            .ToListAsync(cancellationToken);
        var after = await Places(Sort(peers.Where(one => one.ReceivedAt >= here.ReceivedAt)))
            .ToListAsync(cancellationToken);
        var graver = Sort(queue.Where(one => one.Severity > here.Severity)).Reverse();
        var lighter = Sort(queue.Where(one => one.Severity < here.Severity));
        return (
            before.Find(one => here.Follows(one))?.Number
                ?? await graver.Select(one => one.Number).FirstOrDefaultAsync(cancellationToken),
            after.Find(one => one.Follows(here))?.Number
                ?? await lighter.Select(one => one.Number).FirstOrDefaultAsync(cancellationToken)
        );
    }

    // Several questions that each follow the index, rather than one that would read the queue from its beginning.
    private static IQueryable<Place> Places(IQueryable<UserFeedback> ordered) =>
        ordered.Select(one => new Place(one.Severity, one.ReceivedAt, one.Number)).Take(MostAtOneInstant);

    private IQueryable<UserFeedback> Narrow(DeskView view, Part? part, string? words)
    {
        var waiting = Waiting(view);
        if (words?.Trim().ToUpperInvariant() is { } number && FeedbackNumber.Is(number))
        {
            return waiting.Where(feedback => feedback.Number == number).OrderBy(feedback => feedback.Number);
        }

        waiting = part is { } one ? waiting.Where(feedback => feedback.Answers.Part == one) : waiting;
        return SearchableText.Of(words ?? "").Trim().Length == 0
            ? Sort(waiting, view)
            : Sort(Sort(waiting, view).Take(MostRead).Saying(words), view);
    }

    /// <summary>A queue in its order.</summary>
    public IQueryable<UserFeedback> Of(DeskView view) => Sort(Waiting(view), view);

    // A program brings up to a hundred at one instant.
    private const int MostAtOneInstant = 300;

    private IQueryable<UserFeedback> Waiting(DeskView view)
    {
        var all = db.Set<UserFeedback>().AsNoTracking();
        return view switch
        {
            DeskView.Contested => all.Where(feedback => feedback.ContestedAt != null),
            DeskView.Together => all.Where(feedback => feedback.ProposedAt != null),
            DeskView.ToPassOn => all.Where(feedback =>
                feedback.Stage == FeedbackStage.Published && feedback.BodyId == null
            ),
            // One reply at a time waits, so none comes twice; and the few that wait are where to begin.
            DeskView.ToConfirm => from feedback in all
            from reply in feedback.Replies
            where reply.PublishedAt == null && reply.ReadBy == null
            select feedback,
            DeskView.Public => all.ThatArePublic(),
            DeskView.SetAside => all.Where(feedback =>
                feedback.Stage == FeedbackStage.Withheld || feedback.Stage == FeedbackStage.Spam
            ),
            _ => all.Where(feedback => feedback.Stage == FeedbackStage.Received),
        };
    }

    private static bool IsByNumber(DeskView view) =>
        view is DeskView.Public or DeskView.SetAside or DeskView.ToConfirm;

    private static IOrderedQueryable<UserFeedback> Sort(IQueryable<UserFeedback> waiting, DeskView view) =>
        IsByNumber(view) ? waiting.OrderBy(feedback => feedback.Number) : Sort(waiting);

    private static IOrderedQueryable<UserFeedback> Sort(IQueryable<UserFeedback> waiting) =>
        waiting
            .OrderByDescending(feedback => feedback.Severity)
            .ThenBy(feedback => feedback.ReceivedAt)
            .ThenBy(feedback => feedback.Number);

    private sealed record Place(Severity Severity, DateTimeOffset ReceivedAt, string Number)
    {
        public bool Follows(Place other) =>
            ReceivedAt > other.ReceivedAt
            || (ReceivedAt == other.ReceivedAt && string.CompareOrdinal(Number, other.Number) > 0);
    }
}

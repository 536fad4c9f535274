using Deliberation.Domain.Respond.Feedback;
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
    public const int MostRead = 20_000;

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

    private static IOrderedQueryable<UserFeedback> Sort(IQueryable<UserFeedback> waiting, DeskView view) =>
        view is DeskView.Public or DeskView.SetAside or DeskView.ToConfirm
            ? waiting.OrderBy(feedback => feedback.Number)
            : waiting
                .OrderByDescending(feedback => feedback.Severity)
                .ThenBy(feedback => feedback.ReceivedAt)
                .ThenBy(feedback => feedback.Number);
}

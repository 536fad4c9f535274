using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Features.Respond.Tracking;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>The conditions that several lists of feedback share.</summary>
internal static class FeedbackSearch
{
    private const int MostWords = 8;

    /// <summary>Holds every one of these words, whatever their accents or capitals.</summary>
    public static IQueryable<UserFeedback> Saying(this IQueryable<UserFeedback> feedbacks, string? words)
    {
        var asked = SearchableText.Of(words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (var word in asked.Take(MostWords))
        {
            feedbacks = feedbacks.Where(feedback => feedback.Keywords.Contains(word));
        }

        return feedbacks;
    }

    /// <summary>Public on that day, and still: what was taken back since is not shown again.</summary>
    public static IQueryable<UserFeedback> ThatWerePublic(
        this IQueryable<UserFeedback> feedbacks,
        ShownDay day
    ) =>
        day.Before is { } moment
            ? feedbacks.ThatArePublic().Where(feedback => feedback.PublishedAt < moment)
            : feedbacks.ThatArePublic();

    public static IQueryable<UserFeedback> ThatArePublic(this IQueryable<UserFeedback> feedbacks) =>
        feedbacks.Where(feedback => feedback.IsPublic);

    /// <summary>
    /// Linked, now, to this proposition; a feedback is linked once, so none comes twice. Joined and not asked one by one:
    /// the database then begins with the few links, and not with all that was ever said.
    /// </summary>
    public static IQueryable<UserFeedback> About(
        this IQueryable<UserFeedback> feedbacks,
        string? reference
    ) =>
        string.IsNullOrEmpty(reference)
            ? feedbacks
            : from feedback in feedbacks
            from link in feedback.Links
            where link.Reference == reference && link.UnlinkedAt == null
            select feedback;

    /// <summary>Linked to this proposition on that day.</summary>
    public static IQueryable<UserFeedback> About(
        this IQueryable<UserFeedback> feedbacks,
        string reference,
        ShownDay day
    ) =>
        day.Before is { } moment
            ? from feedback in feedbacks
            from link in feedback.Links
            where
                link.Reference == reference
                && link.LinkedAt < moment
                && (link.UnlinkedAt == null || link.UnlinkedAt >= moment)
            select feedback
            : feedbacks.About(reference);
}

using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using Microsoft.EntityFrameworkCore;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>Finds a feedback the way its reader may name it, to change it.</summary>
internal static class KnownFeedback
{
    /// <summary>
    /// With its steps, links, replies and notes, asked for one after another: joined, its words would come once for each
    /// combination. What changes in between is found by its revision when it is saved.
    /// </summary>
    public static IQueryable<UserFeedback> Whole(this IQueryable<UserFeedback> feedbacks) =>
        feedbacks.AsSplitQuery();

    /// <exception cref="Absent">There is none of this number.</exception>
    public static async Task<UserFeedback> FeedbackAsync(
        this DeliberationDb db,
        string number,
        CancellationToken cancellationToken
    )
    {
        var written = number.ToUpperInvariant();
        return await db.Set<UserFeedback>()
                .Whole()
                .FirstOrDefaultAsync(feedback => feedback.Number == written, cancellationToken)
            ?? throw new Absent("feedback");
    }

    /// <exception cref="Absent">No feedback has this code.</exception>
    public static async Task<UserFeedback> FeedbackAsync(
        this DeliberationDb db,
        FollowCode code,
        CancellationToken cancellationToken
    )
    {
        var hash = UserFeedback.HashOf(code);
        return await db.Set<UserFeedback>()
                .Whole()
                .FirstOrDefaultAsync(feedback => feedback.CodeHash == hash, cancellationToken)
            ?? throw new Absent("feedback");
    }

    /// <exception cref="Absent">There is no such body.</exception>
    public static async Task<Body> BodyAsync(
        this DeliberationDb db,
        Guid? id,
        CancellationToken cancellationToken
    ) =>
        await db.Set<Body>().FirstOrDefaultAsync(body => body.Id == id, cancellationToken)
        ?? throw new Absent("body");
}

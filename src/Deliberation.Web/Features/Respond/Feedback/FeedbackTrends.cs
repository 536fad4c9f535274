using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Features.Respond.Tracking;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>Counts what patients said of a proposition before and after each answer of the institution.</summary>
internal sealed class FeedbackTrends(DeliberationDb db, TimeProvider clock)
{
    /// <param name="reference">The proposition's published name: <c>AC-2021-01-P12</c>.</param>
    /// <returns>Nothing when nobody said anything of it, or the institution nothing.</returns>
    public async Task<IReadOnlyList<TrendStretch>> OfAsync(
        string reference,
        ShownDay day,
        CancellationToken cancellationToken
    )
    {
        var until = day.Before ?? clock.GetUtcNow();
        var treatment = await db.Set<Treatment>()
            .Where(treatment => treatment.Reference == reference)
            .Select(treatment => treatment.Id)
            .FirstOrDefaultAsync(cancellationToken);
        var given = db.Set<TreatmentUpdate>()
            .AsNoTracking()
            .Where(answer => answer.TreatmentId == treatment && answer.At < until);
        var answers = await given
            .OrderBy(answer => answer.Number)
            .Select(answer => answer.At)
            .ToListAsync(cancellationToken);
        var heard = await db.Set<UserFeedback>()
            .AsNoTracking()
            .ThatWerePublic(day)
            .About(reference, day)
            .Select(feedback => new
            {
                Answers = given.Count(answer => answer.At <= feedback.ReceivedAt),
                feedback.Answers.Mark,
                feedback.ReceivedAt,
            })
            .GroupBy(feedback => new { feedback.Answers, feedback.Mark })
            .Select(group => new
            {
                group.Key.Answers,
                group.Key.Mark,
                Count = group.Count(),
                First = group.Min(feedback => feedback.ReceivedAt),
            })
            .ToListAsync(cancellationToken);
        return answers.Count == 0 || heard.Count == 0
            ? []
            : FeedbackTrend.Of(
                answers,
                heard.Min(one => one.First),
                [.. heard.Select(one => (one.Answers, one.Mark, one.Count))],
                until
            );
    }
}

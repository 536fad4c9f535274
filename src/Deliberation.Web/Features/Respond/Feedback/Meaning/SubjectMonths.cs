using Deliberation.Domain.Respond.Feedback.Meaning;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Feedback.Meaning;

/// <summary>Counts the feedbacks of a subject month by month; each count follows the index of the subject.</summary>
internal sealed class SubjectMonths(DeliberationDb db, TimeProvider clock)
{
    public async Task<IReadOnlyList<SubjectMonth>> OfAsync(
        Subject subject,
        CancellationToken cancellationToken
    )
    {
        var inside = db.Set<Reading>().AsNoTracking().Where(reading => reading.SubjectId == subject.Id);
        var first = await inside
            .OrderBy(reading => reading.ReceivedAt)
            .Select(reading => (DateTimeOffset?)reading.ReceivedAt)
            .FirstOrDefaultAsync(cancellationToken);
        if (first is not { } oldest)
        {
            return [];
        }

        var counted = new List<(DateOnly, int)>();
        foreach (var month in SubjectTrend.Months(oldest, clock.GetUtcNow()))
        {
            var (from, to) = (SubjectTrend.Begin(month), SubjectTrend.Begin(month.AddMonths(1)));
            counted.Add(
                (
                    month,
                    await inside.CountAsync(
                        reading => reading.ReceivedAt >= from && reading.ReceivedAt < to,
                        cancellationToken
                    )
                )
            );
        }

        return SubjectTrend.Of(counted, subject.Feedbacks);
    }
}

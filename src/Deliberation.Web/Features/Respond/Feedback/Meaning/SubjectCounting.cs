using Deliberation.Domain.Respond.Feedback.Meaning;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Feedback.Meaning;

/// <summary>Says anew what subjects hold, from the feedbacks that are in them now.</summary>
internal sealed class SubjectCounting(
    DeliberationDb db,
    StemCounts stems,
    Thresholds thresholds,
    TimeProvider clock
)
{
    /// <summary>The words of a subject are those of its latest feedbacks, this many.</summary>
    public const int Latest = 500;

    /// <summary>Once the feedbacks are saved; the caller saves again.</summary>
    public async Task CountAsync(IReadOnlyCollection<Guid> subjectIds, CancellationToken cancellationToken)
    {
        var subjects = await db.Set<Subject>()
            .Where(subject => subjectIds.Contains(subject.Id))
            .ToListAsync(cancellationToken);
        await db.Set<SubjectStem>()
            .Where(row => subjectIds.Contains(row.SubjectId))
            .ExecuteDeleteAsync(cancellationToken);
        var decided = await thresholds.ReadAsync(cancellationToken);
        foreach (var subject in subjects.Where(subject => subject.State != SubjectState.Merged))
        {
            await CountAsync(subject, decided, cancellationToken);
            db.AddRange(subject.Words.Select(word => new SubjectStem(word.Stem, subject.Id)));
        }
    }

    private async Task CountAsync(
        Subject subject,
        ThresholdTable decided,
        CancellationToken cancellationToken
    )
    {
        var inside = db.Set<Reading>().AsNoTracking().Where(reading => reading.SubjectId == subject.Id);
        var latest = await inside
            .OrderByDescending(reading => reading.ReceivedAt)
            .ThenByDescending(reading => reading.Id)
            .Take(Latest)
            .Select(reading => new
            {
                reading.ReceivedAt,
                reading.Words,
                Theme = reading.Theme ?? reading.SuggestedTheme,
            })
            .ToListAsync(cancellationToken);
        var profile = new SubjectProfile(subject.Id);
        foreach (var reading in latest)
        {
            profile.Add(reading.Words);
        }

        var said = latest.SelectMany(reading => reading.Words).Select(word => word.Stem);
        var vocabulary = await stems.OfAsync(said, cancellationToken);
        var theme = latest
            .Where(reading => reading.Theme is not null)
            .GroupBy(reading => reading.Theme)
            .OrderByDescending(same => same.Count())
            .ThenBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => same.Key)
            .FirstOrDefault();
        subject.Count(
            latest.Count < Latest ? latest.Count : await inside.CountAsync(cancellationToken),
            latest.FirstOrDefault()?.ReceivedAt,
            profile.Core(vocabulary),
            theme
        );
        var threshold = decided.For(subject.Theme);
        var now = clock.GetUtcNow();
        var since = now.AddDays(-threshold.Days);
        subject.Compare(latest.Count(reading => reading.ReceivedAt >= since), threshold, now);
    }
}

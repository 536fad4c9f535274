using System.Globalization;
using Deliberation.Domain.Respond.Feedback.Meaning;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Features.Verify.OpenData;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Feedback.Meaning;

/// <summary>The public subjects as a CSV, with the same counts hidden as on the pages.</summary>
internal sealed class SubjectTable(DeliberationDb db, Thresholds thresholds, TimeProvider clock)
{
    public async Task<IResult> AnswerAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var all = db.Set<Subject>();
        var revisions = await all.SumAsync(subject => (long)subject.Revision, cancellationToken);
        var count = await all.CountAsync(cancellationToken);
        var decided = await db.Set<ThemeThreshold>().SumAsync(one => one.Revision, cancellationToken);
        var today = WorkingDays.DateInParis(clock.GetUtcNow());
        return DataVersion.IsKnown(context, $"{count}-{revisions}-{decided}-{today.DayNumber}")
            ? Results.Empty
            : Results.Stream(
                output => WriteAsync(output, cancellationToken),
                "text/csv; charset=utf-8",
                "sujets.csv"
            );
    }

    private async Task WriteAsync(Stream output, CancellationToken cancellationToken)
    {
        await using var csv = new StreamWriter(output, leaveOpen: true);
        await csv.WriteAsync(CsvText.Line(SubjectSchema.Fields.Select(field => field.Name)));
        await foreach (var subject in Subjects().WithCancellation(cancellationToken))
        {
            await csv.WriteAsync(CsvText.Line(Cells(subject)));
        }
    }

    private async IAsyncEnumerable<PublicSubject> Subjects()
    {
        var decided = await thresholds.ReadAsync(CancellationToken.None);
        var since = clock.GetUtcNow() - PublicSubject.Lately;
        var found = PublicSubject
            .ThatMayBeRead(db.Set<Subject>().AsNoTracking())
            .OrderBy(subject => subject.Number)
            .Select(subject => new
            {
                Subject = subject,
                Lately = db.Set<Reading>()
                    .Count(reading => reading.SubjectId == subject.Id && reading.ReceivedAt >= since),
            })
            .AsAsyncEnumerable();
        await foreach (var one in found)
        {
            yield return PublicSubject.Of(one.Subject, one.Lately, decided);
        }
    }

    private static IEnumerable<string?> Cells(PublicSubject subject) =>
        [
            subject.Number,
            subject.Name,
            subject.Theme,
            string.Join(' ', subject.Words),
            Figure(subject.Feedbacks),
            Figure(subject.LastThirtyDays),
            Figure(subject.Threshold.Feedbacks),
            Figure(subject.Threshold.Days),
            Instant(subject.ReachedAt),
            Instant(subject.OnAgendaAt),
        ];

    private static string? Figure(int? figure) => figure?.ToString(CultureInfo.InvariantCulture);

    private static string? Instant(DateTimeOffset? instant) =>
        instant?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Domain.Respond.Feedback.Meaning;

/// <summary>How many feedbacks came on a subject, month after month, as anyone may read it.</summary>
public static class SubjectTrend
{
    /// <summary>As far back as it goes, the running month included.</summary>
    public const int MostMonths = 24;

    /// <summary>The months to count, by their first day, oldest first: from the first feedback on.</summary>
    public static IReadOnlyList<DateOnly> Months(DateTimeOffset first, DateTimeOffset now)
    {
        var last = MonthOf(now);
        var oldest = MonthOf(first);
        var since = oldest > last.AddMonths(1 - MostMonths) ? oldest : last.AddMonths(1 - MostMonths);
        return [.. Enumerable.Range(0, MostMonths).Select(since.AddMonths).TakeWhile(month => month <= last)];
    }

    /// <summary>When a month begins, in Paris.</summary>
    public static DateTimeOffset Begin(DateOnly month) => WorkingDays.EndOf(month.AddDays(-1));

    /// <summary>Counts below ten are hidden, and enough others that the total of the subject does not bring them back.</summary>
    /// <param name="months">What was counted.</param>
    /// <param name="total">Of the subject, since the beginning: it is shown beside.</param>
    public static IReadOnlyList<SubjectMonth> Of(IReadOnlyList<(DateOnly Month, int Count)> months, int total)
    {
        var cells = months.Where(month => month.Count > 0).ToList();
        var earlier = Math.Max(0, total - cells.Sum(cell => cell.Count));
        var shown = SmallCells.Hide([
            .. cells.Select(cell => cell.Count),
            .. earlier > 0 ? (int[])[earlier] : [],
        ]);
        var figures = cells.Zip(shown).ToDictionary(pair => pair.First.Month, pair => pair.Second);
        return
        [
            .. months.Select(month => new SubjectMonth(
                month.Month,
                figures.TryGetValue(month.Month, out var figure) ? figure : null
            )),
        ];
    }

    private static DateOnly MonthOf(DateTimeOffset moment)
    {
        var day = WorkingDays.DateInParis(moment);
        return new DateOnly(day.Year, day.Month, 1);
    }
}

/// <summary>One month of a subject.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Feedbacks">How many came; null when that is not shown.</param>
public sealed record SubjectMonth(DateOnly Month, int? Feedbacks);

namespace Deliberation.Domain.Respond.Feedback.Triage;

/// <summary>
/// How long moderators took from a reception to their first decision. Percentiles by nearest rank (NIST, Engineering
/// Statistics Handbook, 7.2.6.2), and none below the number under which they say nothing.
/// </summary>
/// <param name="Count">How many decisions were measured.</param>
/// <param name="Median">Half of them took no longer.</param>
/// <param name="Ninth">Nine in ten took no longer.</param>
public sealed record DecisionDelays(int Count, TimeSpan? Median, TimeSpan? Ninth)
{
    public static readonly DecisionDelays None = new(0, Median: null, Ninth: null);

    public static DecisionDelays Of(IEnumerable<TimeSpan> delays)
    {
        var sorted = delays.Order().ToList();
        return sorted.Count < SmallCells.Smallest
            ? None with
            {
                Count = sorted.Count,
            }
            : new DecisionDelays(sorted.Count, Rank(sorted, 50), Rank(sorted, 90));
    }

    private static TimeSpan Rank(List<TimeSpan> sorted, int percent) =>
        sorted[(((sorted.Count * percent) + 99) / 100) - 1];
}

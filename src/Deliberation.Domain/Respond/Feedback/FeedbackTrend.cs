namespace Deliberation.Domain.Respond.Feedback;

/// <summary>
/// What patients said of one subject from one answer of the institution to the next. It says what was heard, not what
/// the answer did: those who write are not a sample of those who use the service.
/// </summary>
public static class FeedbackTrend
{
    /// <summary>A month, to compare stretches of unequal length.</summary>
    public const double DaysInAMonth = 365.25 / 12;

    /// <summary>One stretch before the first answer and one after each, in order.</summary>
    /// <param name="answers">When each answer was given, oldest first.</param>
    /// <param name="since">When the first feedback came; the first stretch begins there.</param>
    /// <param name="heard">How many gave each mark, by the number of answers given before they came.</param>
    /// <param name="until">The end of the last stretch.</param>
    public static IReadOnlyList<TrendStretch> Of(
        IReadOnlyList<DateTimeOffset> answers,
        DateTimeOffset since,
        IReadOnlyCollection<(int Answers, Mark Mark, int Count)> heard,
        DateTimeOffset until
    ) =>
        [
            .. Enumerable
                .Range(0, answers.Count + 1)
                .Select(place => new TrendStretch(
                    place,
                    place == 0 ? since : answers[place - 1],
                    place == answers.Count ? until : answers[place],
                    heard.Where(one => one.Answers == place).Sum(one => one.Count),
                    heard.Where(one => one.Answers == place && one.Mark <= Mark.Bad).Sum(one => one.Count)
                ))
                .Where(stretch => stretch.From < stretch.To),
        ];
}

/// <summary>A stretch of time between two answers, and what was heard in it.</summary>
/// <param name="Answer">The number of the answer that opens it; 0 before the first one.</param>
/// <param name="Count">How many feedbacks came.</param>
/// <param name="Low">How many of them gave one of the two lowest marks.</param>
public sealed record TrendStretch(int Answer, DateTimeOffset From, DateTimeOffset To, int Count, int Low)
{
    /// <summary>Whether enough came for a figure to say something; below, none is shown.</summary>
    public bool SaysSomething => Count >= SmallCells.Smallest;

    /// <summary>How many came in a month; null when too few came.</summary>
    public double? PerMonth =>
        SaysSomething ? Count / Math.Max(1, (To - From).TotalDays) * FeedbackTrend.DaysInAMonth : null;

    /// <summary>The share of low marks, in whole per cent; null when too few came.</summary>
    public int? LowShare =>
        SaysSomething ? (int)Math.Round(100.0 * Low / Count, MidpointRounding.AwayFromZero) : null;
}

namespace Deliberation.Domain.Respond.Tracking;

/// <summary>How long a proposition has been without a word from its institution. Days are calendar days in Paris.</summary>
/// <param name="Since">The day of the last answer, or of the publication when there is none.</param>
/// <param name="ExpectedOn">The last day of the promised time; null when nothing is promised.</param>
public sealed record Wait(DateOnly Since, DateOnly? ExpectedOn)
{
    /// <summary>The promised day itself is still in time.</summary>
    public bool IsLateOn(DateOnly today) => ExpectedOn < today;

    /// <summary>Late by more than <see cref="Deadline.VeryLateAfter"/> working days.</summary>
    public bool IsVeryLateOn(DateOnly today) => ExpectedOn <= Deadline.VeryLateWhenDueOn(today);

    public int DaysOn(DateOnly today) => Math.Max(0, today.DayNumber - Since.DayNumber);

    /// <summary>0 while in time.</summary>
    public int DaysLateOn(DateOnly today) =>
        ExpectedOn is { } expected ? Math.Max(0, today.DayNumber - expected.DayNumber) : 0;
}

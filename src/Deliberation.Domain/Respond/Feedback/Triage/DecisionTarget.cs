using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Domain.Respond.Feedback.Triage;

/// <summary>By when moderators aim to decide: a number of working days after the day of reception, 1 to 60.</summary>
public sealed record DecisionTarget(int Days)
{
    public static readonly DecisionTarget Usual = new(2);

    public int Days { get; } = Math.Clamp(Days, 1, 60);

    /// <summary>The last day, in Paris, on which a decision is on time.</summary>
    public DateOnly DueOn(DateTimeOffset since) => WorkingDays.Add(WorkingDays.DateInParis(since), Days);

    public bool IsLate(DateTimeOffset since, DateTimeOffset now) =>
        WorkingDays.DateInParis(now) > DueOn(since);
}

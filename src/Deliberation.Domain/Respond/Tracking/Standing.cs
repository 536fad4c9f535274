namespace Deliberation.Domain.Respond.Tracking;

/// <summary>How a treatment stood at a past moment: what its answers and changes of hands amounted to then.</summary>
/// <param name="Latest">The last answer given by then; null while there was none.</param>
/// <param name="BodyId">The body in charge then.</param>
/// <param name="ExpectedOn">The day by which a word was owed; null when none was, and while the clock stood still.</param>
/// <param name="SuspendedOn">The first day on which the clock stood still; null while it ran.</param>
/// <param name="IsWithdrawn">The opinion did not hold the proposition then: nothing was owed to it.</param>
public sealed record Standing(
    int AnswerCount,
    TreatmentUpdate? Latest,
    Guid BodyId,
    DateOnly? ExpectedOn,
    DateOnly? SuspendedOn,
    bool IsWithdrawn
)
{
    /// <summary>Replays the history up to a moment, which is left out; null when the proposition was not published yet.</summary>
    public static Standing? Before(Treatment treatment, DateTimeOffset moment)
    {
        var latest = treatment.Updates.LastOrDefault(update => update.At < moment);
        var expected = treatment.Expectations.LastOrDefault(one => one.At < moment);
        var hand = treatment.Entrustments.LastOrDefault(hand => hand.At < moment);
        return hand is null
            ? null
            : new Standing(
                latest?.Number ?? 0,
                latest,
                hand.BodyId,
                expected?.DueOn,
                expected?.SuspendedOn,
                WasWithdrawn(treatment, moment)
            );
    }

    /// <summary>How it stood when that day ended in Paris.</summary>
    public static Standing? AtTheEndOf(Treatment treatment, DateOnly day) =>
        Before(treatment, WorkingDays.EndOf(day));

    private static bool WasWithdrawn(Treatment treatment, DateTimeOffset moment) =>
        treatment
            .Expectations.LastOrDefault(one =>
                one.At < moment && one.Cause is (ExpectationCause.Withdrawn or ExpectationCause.Restored)
            )
            ?.Cause == ExpectationCause.Withdrawn;
}

namespace Deliberation.Domain.Respond.Feedback.Triage;

/// <summary>
/// Someone who moderates chose not to be written to when urgent feedback comes. They are written to again once it is
/// taken away, or when nobody else can be.
/// </summary>
public sealed class UrgentSilence : Aggregate
{
    private UrgentSilence() { }

    public Guid PersonId { get; private set; }

    public DateTimeOffset ChosenAt { get; private set; }

    /// <param name="others">How many other people are written to, and can be.</param>
    /// <exception cref="RuleBroken">Nobody else is.</exception>
    public static UrgentSilence Choose(Guid person, int others, DateTimeOffset now)
    {
        Require(others > 0, FeedbackRules.SomebodyIsToldOfUrgentFeedback);

        return new UrgentSilence { PersonId = person, ChosenAt = now };
    }
}

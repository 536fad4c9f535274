namespace Deliberation.Domain.Respond.Feedback;

public sealed partial class Feedback
{
    /// <summary>When its words were erased because their time was over; null while they are kept.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    /// <summary>Erases the words of what was set aside; its number, its dates and the reason stay.</summary>
    /// <exception cref="RuleBroken">Not set aside, contested, erased already, or too early.</exception>
    public void Erase(DateTimeOffset now)
    {
        Require(
            SetAsideAs is { } kind
                && ContestedAt is null
                && ErasedAt is null
                && now - ChangedAt >= Retention.Of(kind),
            FeedbackRules.OnlyWhatIsSetAsideIsErasedInTime
        );

        Keep(new Answers { Mark = Answers.Mark, Part = Answers.Part });
        Objection = MaskedText.Empty;
        SetPairedDecisionAside(now);
        ForgetTriageWords();
        ErasedAt = now;
        Tell(now, new FeedbackExpired(Number, now));
    }

    /// <summary>Forgets what its author said of themselves, and nothing of what they said of the service.</summary>
    /// <exception cref="RuleBroken">Too early.</exception>
    public void ForgetProfile(DateTimeOffset now)
    {
        Require(
            now - ReceivedAt >= Retention.Of(RetentionKind.Profile),
            FeedbackRules.AProfileIsForgottenInTime
        );

        Answers = Answers with { AgeBand = null, Departement = null };
        Tell(now, new FeedbackProfileForgotten(Number, now));
    }

    private RetentionKind? SetAsideAs =>
        Stage switch
        {
            FeedbackStage.Spam => RetentionKind.Spam,
            FeedbackStage.Withheld => RetentionKind.Withheld,
            _ => null,
        };
}

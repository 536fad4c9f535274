namespace Deliberation.Domain.Respond.Feedback;

public sealed partial class Feedback
{
    private const int ShortestContest = 5;

    /// <summary>The author asks that the decision to withhold be looked at again.</summary>
    /// <exception cref="RuleBroken">Not withheld, contested already, its words are erased, or no words.</exception>
    public void Contest(MaskedText because, DateTimeOffset now)
    {
        Require(
            Stage == FeedbackStage.Withheld && ContestedAt is null,
            FeedbackRules.OnlyAWithheldFeedbackIsContested
        );
        Require(ErasedAt is null, FeedbackRules.AnErasedFeedbackStaysErased);
        Require(because.Value.Length >= ShortestContest, FeedbackRules.AContestSaysWhy);

        Objection = because;
        ContestedAt = now;
        Tell(now, new FeedbackContested(Number, now));
    }

    /// <summary>The author takes it back: its words go, its number and dates stay. Twice changes nothing.</summary>
    public void Withdraw(DateTimeOffset now)
    {
        if (Stage == FeedbackStage.Withdrawn)
        {
            return;
        }

        var wasPublic = Stage.IsPublic();
        Keep(new Answers { Mark = Answers.Mark, Part = Answers.Part });
        Objection = MaskedText.Empty;
        ContestedAt = null;
        SetPairedDecisionAside(now);
        ForgetTriageWords();
        Enter(FeedbackStage.Withdrawn, now, by: null);
        Tell(now, wasPublic ? new FeedbackWithdrawn(Number, now) : new FeedbackErased(Number, now));
    }

    /// <summary>The author says, after an answer, whether it was useful.</summary>
    /// <exception cref="RuleBroken">No answer yet, or said already.</exception>
    public void Close(ClosingMark mark, DateTimeOffset now)
    {
        Require(
            Stage.IsAnswered() && ClosingMark is null && Enum.IsDefined(mark),
            FeedbackRules.OnlyAnAnsweredFeedbackIsClosed
        );

        ClosingMark = mark;
        Tell(now, new FeedbackClosed(Number, mark, now));
    }
}

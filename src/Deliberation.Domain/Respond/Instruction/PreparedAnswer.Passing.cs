using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Domain.Respond.Instruction;

public sealed partial class PreparedAnswer
{
    private static readonly TimeOnly EarlyMorning = new(8, 0);

    /// <summary>Someone who did not write it has read it. A second click reads once.</summary>
    /// <exception cref="RuleBroken">Written by the same person, by another body, or changed since it was read.</exception>
    public void Review(Hand hand, DateTimeOffset now)
    {
        if (IsDone(hand, AnswerStage.Reviewed))
        {
            return;
        }

        RequireAHand(hand);
        Require(Stage == AnswerStage.Prepared, InstructionRules.AnAnswerIsReadBeforeItIsSigned);
        Require(!IsWrittenBy(hand.By), InstructionRules.NobodyReviewsWhatTheyWrote);
        Move(new(AnswerStage.Reviewed, hand.By, now), new AnswerReviewed(Id, BodyId, now));
    }

    /// <summary>Signs it, to be published at once, or at 8:00 in Paris on a day to come. A second click signs once.</summary>
    /// <param name="effectiveOn">The day; null to publish at once.</param>
    /// <exception cref="RuleBroken">Not read yet, written by the same person, a day that is not ahead.</exception>
    public void Sign(Hand hand, DateOnly? effectiveOn, DateTimeOffset now)
    {
        if (IsDone(hand, AnswerStage.Signed))
        {
            return;
        }

        RequireAHand(hand);
        Require(Stage == AnswerStage.Reviewed, InstructionRules.AnAnswerIsReadBeforeItIsSigned);
        Require(!IsWrittenBy(hand.By), InstructionRules.NobodyReviewsWhatTheyWrote);
        RequireADay(effectiveOn, WorkingDays.DateInParis(now));
        EffectiveOn = effectiveOn;
        EffectiveAt = effectiveOn is { } day ? WorkingDays.At(day, EarlyMorning) : now;
        Move(new(AnswerStage.Signed, hand.By, now), new AnswerSigned(Id, BodyId, effectiveOn, now));
    }

    /// <summary>Gives it back to those who write, even once signed: nothing is published yet.</summary>
    /// <exception cref="RuleBroken">No reason, or nothing left to send back.</exception>
    public void SendBack(Hand hand, string? reason, DateTimeOffset now)
    {
        if (IsDone(hand, AnswerStage.SentBack))
        {
            return;
        }

        RequireAHand(hand);
        Require(
            Stage is AnswerStage.Prepared or AnswerStage.Reviewed or AnswerStage.Signed,
            InstructionRules.AnAnswerIsReadBeforeItIsSigned
        );
        SendBack(new(AnswerStage.SentBack, hand.By, now, Said(reason)));
    }

    /// <summary>Gives it up: the proposition goes on waiting.</summary>
    /// <exception cref="RuleBroken">No reason, or it is published or given up already.</exception>
    public void Abandon(Hand hand, string? reason, DateTimeOffset now)
    {
        if (IsDone(hand, AnswerStage.Abandoned))
        {
            return;
        }

        RequireAHand(hand);
        Require(UnderWay is not null, InstructionRules.AnAnswerIsReadBeforeItIsSigned);
        var why = Said(reason);
        Move(new(AnswerStage.Abandoned, hand.By, now, why), new AnswerAbandoned(Id, BodyId, now));
    }

    // A page sent twice: the step right after the last one it showed is this very one.
    private bool IsDone(Hand hand, AnswerStage stage) =>
        steps.Exists(step => step.Number == hand.Seen + 1 && step.Stage == stage && step.By == hand.By);

    private void RequireAHand(Hand hand)
    {
        Require(hand.BodyId == BodyId, InstructionRules.ABodyHandlesItsOwnAnswers);
        Require(hand.Seen == StepCount, InstructionRules.AStepIsTakenOnWhatWasRead);
    }

    private void RequireADay(DateOnly? day, DateOnly today)
    {
        Require(
            day is null || (day > today && day <= today.AddYears(1)),
            InstructionRules.AnEffectiveDateLooksAhead
        );
        Require(
            day is null || Content.NextUpdateOn is not { } promised || promised > day,
            TrackingRules.APromiseLooksAhead
        );
    }

    private void SendBack(Handling handling)
    {
        EffectiveOn = null;
        EffectiveAt = null;
        Move(handling, new AnswerSentBack(Id, BodyId, handling.At));
    }

    private static string Said(string? reason)
    {
        var tidied = AnswerText.Tidy(reason);
        Require(AnswerText.Is(tidied, 5, 1_000), InstructionRules.ASendingBackSaysWhy);
        return tidied!; // required above
    }
}

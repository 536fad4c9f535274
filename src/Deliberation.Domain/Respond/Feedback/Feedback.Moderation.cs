using Deliberation.Domain.Respond.Feedback.Masking;
using Deliberation.Domain.Respond.Feedback.Triage;

namespace Deliberation.Domain.Respond.Feedback;

public sealed partial class Feedback
{
    private const int ShortestHidden = 2;

    /// <summary>When moderators first decided what becomes of it; null while they have not.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Makes it public, read once more by the detector; whoever publishes has read what was doubtful. Publishing twice changes nothing.</summary>
    /// <exception cref="RuleBroken">Withdrawn by its author, its words are erased, whoever publishes typed it, or it takes two to decide.</exception>
    public void Publish(Guid by, DateTimeOffset now)
    {
        if (Stage.IsPublic())
        {
            return;
        }

        RequirePublishable(by);
        RequireOneIsEnough(by);
        MakePublic(by, now);
    }

    /// <summary>Sets it aside for a coded reason, which is public when the feedback was.</summary>
    /// <exception cref="RuleBroken">Withdrawn, already set aside and not contested, or it takes two to decide.</exception>
    public void Withhold(WithholdingReason reason, Guid by, DateTimeOffset now)
    {
        RequireWithholdable(reason);
        RequireOneIsEnough(by);
        SetAside(reason, by, now);
    }

    /// <exception cref="RuleBroken">It is not waiting for moderation, or it takes two to decide.</exception>
    public void MarkAsSpam(Guid by, DateTimeOffset now)
    {
        Require(Stage == FeedbackStage.Received, FeedbackRules.ModerationFollowsReception);
        RequireOneIsEnough(by);

        SetPairedDecisionAside(now);
        Enter(FeedbackStage.Spam, now, by);
        Tell(now, new FeedbackMarkedAsSpam(Number, now));
    }

    private void RequirePublishable(Guid? by)
    {
        Require(Stage != FeedbackStage.Withdrawn, FeedbackRules.AWithdrawnFeedbackStaysWithdrawn);
        Require(ErasedAt is null, FeedbackRules.AnErasedFeedbackStaysErased);
        Require(TypedBy is null || by != TypedBy, FeedbackRules.AnotherPersonPublishesWhatWasTyped);
    }

    private void RequireWithholdable(WithholdingReason reason) =>
        Require(
            Enum.IsDefined(reason) && (MayBeSetAside || ContestedAt is not null),
            FeedbackRules.ModerationFollowsReception
        );

    private void MakePublic(Guid by, DateTimeOffset now)
    {
        SetPairedDecisionAside(now);
        Keep(Answers.Each(text => text.Again(Answers.Harmless).Settled()));
        MaskedBy = PersonalData.Version;
        PublishedAt ??= now;
        ContestedAt = null;
        Enter(FeedbackStage.Published, now, by);
        Tell(now, new FeedbackPublished(Number, now));
    }

    private void SetAside(WithholdingReason reason, Guid by, DateTimeOffset now)
    {
        var wasPublic = Stage.IsPublic();
        SetPairedDecisionAside(now);
        ContestedAt = null;
        Enter(FeedbackStage.Withheld, now, by, reason);
        Tell(
            now,
            wasPublic ? new FeedbackTakenDown(Number, reason, now) : new FeedbackWithheld(Number, reason, now)
        );
    }

    /// <summary>Hides words that the detector missed; they are not kept.</summary>
    /// <exception cref="RuleBroken">The words do not stand in it, or it was withdrawn.</exception>
    public void Redact(string words, DateTimeOffset now)
    {
        var hidden = words.ReplaceLineEndings("\n").Trim();
        Require(Stage != FeedbackStage.Withdrawn, FeedbackRules.AWithdrawnFeedbackStaysWithdrawn);
        Require(
            hidden.Length >= ShortestHidden
                && Answers.Texts.Any(text => text.Value.Contains(hidden, StringComparison.OrdinalIgnoreCase)),
            FeedbackRules.OnlyWhatIsWrittenIsHidden
        );

        Keep(Answers.Each(text => text.Without(hidden)) with { Harmless = Answers.Harmless.Without(hidden) });
        Tell(now, new FeedbackRedacted(Number, now));
    }

    /// <summary>Hides what the detector has learnt to see since it last read these words, and reads again how serious they are; twice changes nothing.</summary>
    public void ReadAgain(DateTimeOffset now)
    {
        if (MaskedBy < PersonalData.Version)
        {
            MaskAgain(now);
        }

        if (TriagedBy < SeverityReading.Version)
        {
            ReadSeverity();
        }
    }

    private void MaskAgain(DateTimeOffset now)
    {
        var (before, objection) = (Answers, Objection);
        Keep(Answers.Each(text => text.Again(Answers.Harmless)));
        Objection = Objection.Again();
        MaskedBy = PersonalData.Version;
        if (Answers != before || Objection != objection)
        {
            Record(new FeedbackMaskedAgain(Number, now)); // nobody acted: the time it may be kept runs on
        }
    }

    private bool MayBeSetAside => Stage is FeedbackStage.Received or FeedbackStage.Spam || Stage.IsPublic();
}

using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Feedback.Triage;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Domain.Tests.Respond.Feedback;

public sealed class SeriousTests
{
    private const string Why = "Plus personne n’y est reconnaissable.";

    [Fact]
    public void Two_decide_on_a_serious_feedback()
    {
        var feedback = Serious();

        RuleAssert.Breaks(
            FeedbackRules.TwoDecideOnASeriousFeedback,
            () => feedback.Publish(Given.Moderator, Given.Now)
        );
        RuleAssert.Breaks(
            FeedbackRules.TwoDecideOnASeriousFeedback,
            () => feedback.Withhold(WithholdingReason.Accusation, Given.Moderator, Given.Now)
        );
        RuleAssert.Breaks(
            FeedbackRules.TwoDecideOnASeriousFeedback,
            () => feedback.MarkAsSpam(Given.Moderator, Given.Now)
        );
        feedback.Propose(reason: null, Why, Given.Moderator, Given.Now);
        Assert.Equal(FeedbackStage.Received, feedback.Stage);
        feedback.ConfirmDecision(1, Given.Colleague, Given.Now);

        Assert.Equal(FeedbackStage.Published, feedback.Stage);
        Assert.Null(feedback.ProposedDecision);
        Assert.Equal(Given.Colleague, feedback.Steps[^1].By);
        Assert.Equal([TriageKind.Proposed, TriageKind.Confirmed], feedback.Triage.Select(step => step.Kind));
    }

    [Fact]
    public void Another_person_confirms()
    {
        var feedback = Serious();
        feedback.Propose(WithholdingReason.Accusation, Why, Given.Moderator, Given.Now);

        RuleAssert.Breaks(
            FeedbackRules.AnotherPersonConfirms,
            () => feedback.ConfirmDecision(1, Given.Moderator, Given.Now)
        );
        RuleAssert.Breaks(
            FeedbackRules.OneDecisionWaitsAtATime,
            () => feedback.Propose(reason: null, Why, Given.Colleague, Given.Now)
        );
        feedback.ConfirmDecision(1, Given.Colleague, Given.Now);

        Assert.Equal(WithholdingReason.Accusation, feedback.Steps[^1].Reason);
        RuleAssert.Breaks(
            FeedbackRules.AnotherPersonConfirms,
            () => feedback.ConfirmDecision(1, Given.Colleague, Given.Now)
        );
    }

    [Fact]
    public void A_declined_decision_changes_nothing_and_says_why()
    {
        var feedback = Serious();
        feedback.Propose(reason: null, Why, Given.Moderator, Given.Now);

        RuleAssert.Breaks(
            FeedbackRules.TriageSaysWhy,
            () => feedback.DeclineDecision(1, "non", Given.Colleague, Given.Now)
        );
        feedback.DeclineDecision(1, "On reconnaît encore le cabinet.", Given.Colleague, Given.Now);

        Assert.Equal(FeedbackStage.Received, feedback.Stage);
        Assert.Null(feedback.ProposedAt);
        Assert.Equal("On reconnaît encore le cabinet.", feedback.Triage[^1].Because.Value);
    }

    [Fact]
    public void A_decision_that_changed_since_it_was_read_is_neither_confirmed_nor_declined()
    {
        var feedback = Serious();
        feedback.Propose(WithholdingReason.Accusation, Why, Given.Moderator, Given.Now);
        feedback.DeclineDecision(1, "Je me reprends.", Given.Moderator, Given.Now);
        feedback.Propose(reason: null, Why, Given.Moderator, Given.Now);

        RuleAssert.Breaks(
            FeedbackRules.TheDecisionIsTheOneThatWasRead,
            () => feedback.ConfirmDecision(1, Given.Colleague, Given.Now)
        );
        RuleAssert.Breaks(
            FeedbackRules.TheDecisionIsTheOneThatWasRead,
            () => feedback.DeclineDecision(1, "On reconnaît le cabinet.", Given.Colleague, Given.Now)
        );
        Assert.Equal(FeedbackStage.Received, feedback.Stage);
        feedback.ConfirmDecision(3, Given.Colleague, Given.Now);

        Assert.Equal(FeedbackStage.Published, feedback.Stage);
    }

    [Fact]
    public void Two_decide_again_after_a_contest_and_to_take_it_down()
    {
        var feedback = Serious();
        Decide(feedback, WithholdingReason.Accusation);
        feedback.Contest(MaskedText.Of("Je ne nomme personne."), Given.Now);

        RuleAssert.Breaks(
            FeedbackRules.TwoDecideOnASeriousFeedback,
            () => feedback.Publish(Given.Colleague, Given.Now)
        );
        Decide(feedback, reason: null);
        Assert.Null(feedback.ContestedAt);
        RuleAssert.Breaks(
            FeedbackRules.TwoDecideOnASeriousFeedback,
            () => feedback.Withhold(WithholdingReason.PersonalData, Given.Moderator, Given.Now)
        );
        RuleAssert.Breaks(
            FeedbackRules.ModerationFollowsReception,
            () => feedback.Propose(reason: null, Why, Given.Moderator, Given.Now)
        );
        feedback.TakeEvents();
        Decide(feedback, WithholdingReason.PersonalData);

        Assert.Single(feedback.TakeEvents().OfType<FeedbackTakenDown>());
    }

    [Fact]
    public void Whoever_lowers_does_not_decide_alone()
    {
        var feedback = Serious();

        RuleAssert.Breaks(
            FeedbackRules.ANewSeverityDiffers,
            () => feedback.Weigh(Severity.Serious, Why, Given.Moderator, Given.Now)
        );
        feedback.Weigh(Severity.Ordinary, Why, Given.Moderator, Given.Now);
        RuleAssert.Breaks(
            FeedbackRules.WhoeverLowersDoesNotDecideAlone,
            () => feedback.Publish(Given.Moderator, Given.Now)
        );
        feedback.Publish(Given.Colleague, Given.Now);

        Assert.Equal(FeedbackStage.Published, feedback.Stage);
    }

    [Fact]
    public void What_a_moderator_weighed_holds_against_the_words()
    {
        var feedback = Serious();
        feedback.Weigh(Severity.Ordinary, Why, Given.Moderator, Given.Now);
        typeof(UserFeedback).GetProperty(nameof(UserFeedback.TriagedBy))!.SetValue(feedback, 0);

        feedback.ReadAgain(Given.Now);

        Assert.Equal(Severity.Ordinary, feedback.Severity);
        Assert.Equal(SeverityReading.Version, feedback.TriagedBy);
    }

    [Fact]
    public void An_older_reading_is_read_again()
    {
        var feedback = Serious();
        typeof(UserFeedback).GetProperty(nameof(UserFeedback.TriagedBy))!.SetValue(feedback, 0);
        typeof(UserFeedback)
            .GetProperty(nameof(UserFeedback.Severity))!
            .SetValue(feedback, Severity.Ordinary);

        feedback.ReadAgain(Given.Now);

        Assert.Equal(Severity.Serious, feedback.Severity);
    }

    [Fact]
    public void Hiding_words_makes_nothing_less_serious()
    {
        var feedback = Serious();

        feedback.Redact("incompétent", Given.Now);

        Assert.Equal(Severity.Serious, feedback.Severity);
    }

    [Fact]
    public void An_alert_is_for_an_urgent_feedback_and_waits_for_nobody()
    {
        RuleAssert.Breaks(
            FeedbackRules.AnAlertIsForAnUrgentFeedback,
            () => Serious().Alert("Le 17, à 9 h 05", Given.Moderator, Given.Now)
        );
        var feedback = Given.Received(Given.Answers("J’ai envie d’en finir."));

        feedback.Alert("Le 17, à 9 h 05. Rappel au 06 12 34 56 78.", Given.Moderator, Given.Now);

        Assert.Contains(
            "[numéro de téléphone masqué]",
            feedback.Triage[^1].Because.Value,
            StringComparison.Ordinal
        );
        Assert.Single(feedback.TakeEvents().OfType<FeedbackAlertGiven>());
    }

    [Fact]
    public void An_alert_sent_twice_is_kept_once()
    {
        var feedback = Given.Received(Given.Answers("J’ai envie d’en finir."));

        feedback.Alert("Le 17, à 9 h 05.", Given.Moderator, Given.Now);
        feedback.Alert("Le 17, à 9 h 05.", Given.Moderator, Given.Now.AddSeconds(2));
        Assert.Single(feedback.Triage);
        feedback.Alert("Le 17, à 9 h 05.", Given.Colleague, Given.Now.AddMinutes(1));

        Assert.Equal(2, feedback.Triage.Count);
    }

    [Fact]
    public void What_moderators_wrote_goes_with_the_words_of_its_author()
    {
        var feedback = Serious();
        feedback.Propose(reason: null, Why, Given.Moderator, Given.Now);

        feedback.Withdraw(Given.Now);

        Assert.Null(feedback.ProposedDecision);
        Assert.Equal(TriageKind.Lapsed, feedback.Triage[^1].Kind);
        Assert.All(feedback.Triage, step => Assert.True(step.Because.IsEmpty));
    }

    private static UserFeedback Serious() =>
        Given.Received(Given.Answers("Le docteur Kermarrec est un incompétent."));

    private static void Decide(UserFeedback feedback, WithholdingReason? reason)
    {
        feedback.Propose(reason, Why, Given.Moderator, Given.Now);
        feedback.ConfirmDecision(feedback.ProposedDecision!.Position, Given.Colleague, Given.Now);
    }
}

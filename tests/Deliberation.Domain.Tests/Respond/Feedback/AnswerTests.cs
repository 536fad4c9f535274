using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Instruction;
using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Domain.Tests.Respond.Feedback;

public sealed class AnswerTests
{
    private static readonly DateOnly Tomorrow = DateOnly.FromDateTime(Given.Now.UtcDateTime).AddDays(1);

    [Fact]
    public void Only_a_published_feedback_is_passed_on() =>
        RuleAssert.Breaks(
            FeedbackRules.OnlyAPublishedFeedbackIsPassedOn,
            () => Given.Received().PassOn(Given.Body.Id, Given.Moderator, Given.Now)
        );

    [Fact]
    public void A_body_answers_what_was_passed_on_to_it()
    {
        var other = new Body(Guid.CreateVersion7(), "ans", "Agence", IsFictional: false);

        RuleAssert.Breaks(
            FeedbackRules.ABodyAnswersWhatWasPassedOnToIt,
            () => Given.PassedOn().Answer(Given.Words(), other, Given.Agent, Given.Now)
        );
    }

    [Fact]
    public void An_answer_is_public_at_once_and_its_words_are_told_by_their_hash()
    {
        var feedback = Given.PassedOn();
        feedback.TakeEvents();

        feedback.Answer(Given.Words(), Given.Body, Given.Agent, Given.Now);

        var act = Assert.IsType<FeedbackAnswered>(Assert.Single(feedback.TakeEvents()));
        Assert.Equal("dns", act.Body);
        Assert.Equal(64, act.TextSha256.Length);
        Assert.Equal(FeedbackStage.Answered, feedback.Stage);
    }

    [Fact]
    public void A_reply_is_signed() =>
        RuleAssert.Breaks(
            FeedbackRules.AReplyIsSigned,
            () =>
                Given
                    .PassedOn()
                    .Answer(Given.Words() with { Function = " " }, Given.Body, Given.Agent, Given.Now)
        );

    [Fact]
    public void A_reply_says_something() =>
        RuleAssert.Breaks(
            FeedbackRules.AReplySaysSomething,
            () => Given.PassedOn().Answer(Given.Words("Vu."), Given.Body, Given.Agent, Given.Now)
        );

    [Fact]
    public void A_planned_change_has_a_date_to_come()
    {
        var planned = Given.Words() with { Outcome = ReplyOutcome.ChangePlanned };

        foreach (var day in new DateOnly?[] { null, Tomorrow.AddDays(-1), Tomorrow.AddYears(20) })
        {
            RuleAssert.Breaks(
                FeedbackRules.APlannedChangeHasADate,
                () =>
                    Given
                        .PassedOn()
                        .Answer(planned with { PlannedFor = day }, Given.Body, Given.Agent, Given.Now)
            );
        }
    }

    [Fact]
    public void At_midnight_nobody_plans_for_the_day_that_has_begun_in_Paris()
    {
        var midnight = new DateTimeOffset(2030, 7, 14, 22, 30, 0, TimeSpan.Zero);
        var planned = Given.Words() with { Outcome = ReplyOutcome.ChangePlanned };

        RuleAssert.Breaks(
            FeedbackRules.APlannedChangeHasADate,
            () =>
                Given
                    .PassedOn()
                    .Answer(
                        planned with
                        {
                            PlannedFor = new DateOnly(2030, 7, 15),
                        },
                        Given.Body,
                        Given.Agent,
                        midnight
                    )
        );
        Given
            .PassedOn()
            .Answer(
                planned with
                {
                    PlannedFor = new DateOnly(2030, 7, 16),
                },
                Given.Body,
                Given.Agent,
                midnight
            );
    }

    [Fact]
    public void A_made_change_has_evidence() =>
        RuleAssert.Breaks(
            FeedbackRules.AMadeChangeHasEvidence,
            () =>
                Given
                    .PassedOn()
                    .Answer(Given.Made() with { Evidence = " " }, Given.Body, Given.Agent, Given.Now)
        );

    [Fact]
    public void A_claim_is_not_public_before_a_second_person_read_it()
    {
        var feedback = Given.Claimed();

        Assert.Equal(FeedbackStage.PassedOn, feedback.Stage);
        Assert.False(feedback.Replies[0].IsPublished);
        Assert.Empty(feedback.TakeEvents().OfType<FeedbackAnswered>());
    }

    [Fact]
    public void One_reply_at_a_time() =>
        RuleAssert.Breaks(
            FeedbackRules.OneReplyAtATime,
            () => Given.Claimed().Answer(Given.Words(), Given.Body, Given.Agent, Given.Now)
        );

    [Fact]
    public void A_second_person_reads_a_claim()
    {
        RuleAssert.Breaks(
            FeedbackRules.ASecondPersonReadsAClaim,
            () => Given.Claimed().Confirm(Given.Body, Given.Agent, Given.Now)
        );
        RuleAssert.Breaks(
            FeedbackRules.ASecondPersonReadsAClaim,
            () => Given.Answered().Confirm(Given.Body, Given.Colleague, Given.Now)
        );
    }

    [Fact]
    public void A_claim_read_by_a_second_person_is_public()
    {
        var feedback = Given.Claimed();

        feedback.Confirm(Given.Body, Given.Colleague, Given.Now);

        Assert.Equal(FeedbackStage.ChangeMade, feedback.Stage);
        Assert.Equal(Given.Colleague, feedback.Replies[0].ReadBy);
    }

    [Fact]
    public void Sending_back_says_why_and_leaves_room_for_another_reply()
    {
        var feedback = Given.Claimed();
        RuleAssert.Breaks(
            FeedbackRules.SendingBackSaysWhy,
            () => feedback.SendBack(" ", Given.Colleague, Given.Now)
        );

        feedback.SendBack("La version n’est pas sortie.", Given.Colleague, Given.Now);
        feedback.Answer(Given.Words(), Given.Body, Given.Agent, Given.Now);

        Assert.Equal(FeedbackStage.Answered, feedback.Stage);
        Assert.False(feedback.Replies[0].IsPublished);
    }

    [Fact]
    public void A_later_explanation_does_not_undo_a_change()
    {
        var feedback = Given.Claimed();
        feedback.Confirm(Given.Body, Given.Colleague, Given.Now);

        feedback.Answer(Given.Words(), Given.Body, Given.Agent, Given.Now);

        Assert.Equal(FeedbackStage.ChangeMade, feedback.Stage);
    }

    [Fact]
    public void A_blank_of_a_template_is_filled_in_before_sending() =>
        RuleAssert.Breaks(
            InstructionRules.ABlankIsFilledIn,
            () =>
                Given
                    .PassedOn()
                    .Answer(Given.Words("Merci. Nous avons […]."), Given.Body, Given.Agent, Given.Now)
        );

    [Fact]
    public void A_body_sends_on_what_it_has_not_answered_and_says_why()
    {
        var feedback = Given.PassedOn();
        var other = Guid.CreateVersion7();

        RuleAssert.Breaks(
            FeedbackRules.SendingOnSaysWhy,
            () => feedback.SendOn(other, "non", Given.Agent, Given.Now)
        );
        RuleAssert.Breaks(
            FeedbackRules.ABodySendsOnWhatItHasNotAnswered,
            () => feedback.SendOn(Given.Body.Id, "C’est pour nous.", Given.Agent, Given.Now)
        );
        feedback.SendOn(other, "La caisse tient ces accès.", Given.Agent, Given.Now);

        Assert.Equal(other, feedback.BodyId);
        Assert.Equal("La caisse tient ces accès.", feedback.Steps[^1].Because.Value);
        RuleAssert.Breaks(
            FeedbackRules.ABodySendsOnWhatItHasNotAnswered,
            () => Given.Answered().SendOn(other, "La caisse tient ces accès.", Given.Agent, Given.Now)
        );
    }

    [Fact]
    public void A_feedback_changes_hands_once_its_waiting_reply_is_read()
    {
        var other = Guid.CreateVersion7();

        RuleAssert.Breaks(
            FeedbackRules.OneReplyAtATime,
            () => Given.Claimed().PassOn(other, Given.Moderator, Given.Now)
        );
        RuleAssert.Breaks(
            FeedbackRules.OneReplyAtATime,
            () => Given.Claimed().SendOn(other, "La caisse tient ces accès.", Given.Agent, Given.Now)
        );
    }
}

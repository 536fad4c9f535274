using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Feedback.Masking;

namespace Deliberation.Domain.Tests.Respond.Feedback;

public sealed class ModerationTests
{
    [Fact]
    public void Publishing_makes_it_public_once()
    {
        var feedback = Given.Received();

        feedback.Publish(Given.Moderator, Given.Now);
        feedback.Publish(Given.Moderator, Given.Now.AddDays(1));

        Assert.Equal(FeedbackStage.Published, feedback.Stage);
        Assert.Equal(Given.Now, feedback.PublishedAt);
        Assert.Single(feedback.TakeEvents().OfType<FeedbackPublished>());
    }

    [Fact]
    public void Publishing_reads_the_words_once_more()
    {
        var kept = MaskedText.AsKept("Mon numéro : 06 12 34 56 78.");
        var feedback = Given.Received(Given.Answers() with { Hard = kept });

        feedback.Publish(Given.Moderator, Given.Now);

        Assert.Contains("masqué", feedback.Answers.Hard.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_doubtful_is_settled_by_whoever_publishes()
    {
        var said = Given.Answers("Le docteur Kermarrec n'a pas répondu.") with { Mark = Mark.Average };
        var feedback = Given.Received(said);
        Assert.Equal("Le docteur [probable nom masqué] n'a pas répondu.", feedback.Answers.Text.Value);

        feedback.Publish(Given.Moderator, Given.Now);

        Assert.Equal("Le docteur [nom masqué] n'a pas répondu.", feedback.Answers.Text.Value);
        feedback.RequireSame(said);
    }

    [Fact]
    public void What_an_older_detector_let_through_is_hidden_when_it_is_read_again()
    {
        var feedback = Given.ReadByAnOlderDetector("Mon numéro : 06 12 34 56 78.");

        feedback.ReadAgain(Given.Now);
        feedback.ReadAgain(Given.Now);

        Assert.Equal("Mon numéro : [numéro de téléphone masqué].", feedback.Answers.Text.Value);
        Assert.DoesNotContain("34 56", feedback.Keywords, StringComparison.Ordinal);
        Assert.Single(feedback.TakeEvents().OfType<FeedbackMaskedAgain>());
    }

    [Fact]
    public void Nothing_happens_to_what_hides_nothing_when_it_is_read_again()
    {
        var feedback = Given.ReadByAnOlderDetector("Rien à cacher.");

        feedback.ReadAgain(Given.Now);

        Assert.Equal(PersonalData.Version, feedback.MaskedBy);
        Assert.Empty(feedback.TakeEvents());
    }

    [Fact]
    public void Doubtful_words_that_the_author_kept_stay_until_a_moderator_hides_them()
    {
        const string Text = "Le docteur Rose est au 06 12 34 56 78.";
        var harmless = HarmlessWords.Among(["Rose", "06 12 34 56 78", "docteur"], [Text]);
        var feedback = Given.Received(
            Given.Answers() with
            {
                Text = MaskedText.Of(Text, harmless),
                Harmless = harmless,
            }
        );

        feedback.Publish(Given.Moderator, Given.Now);
        Assert.Equal(["Rose"], feedback.Answers.Harmless.All);
        Assert.Equal("Le docteur Rose est au [numéro de téléphone masqué].", feedback.Answers.Text.Value);

        feedback.Redact("rose", Given.Now);
        Assert.Equal("Le docteur [masqué] est au [numéro de téléphone masqué].", feedback.Answers.Text.Value);
        Assert.Empty(feedback.Answers.Harmless.All);
    }

    [Fact]
    public void Moderation_follows_reception()
    {
        RuleAssert.Breaks(
            FeedbackRules.ModerationFollowsReception,
            () => Given.Withheld().Withhold(WithholdingReason.Insult, Given.Moderator, Given.Now)
        );
        RuleAssert.Breaks(
            FeedbackRules.ModerationFollowsReception,
            () => Given.Published().MarkAsSpam(Given.Moderator, Given.Now)
        );
    }

    [Fact]
    public void A_public_feedback_is_taken_down_in_public()
    {
        var feedback = Given.Published();
        feedback.TakeEvents();

        feedback.Withhold(WithholdingReason.PersonalData, Given.Moderator, Given.Now);

        var act = Assert.IsType<FeedbackTakenDown>(Assert.Single(feedback.TakeEvents()));
        Assert.Equal("RU-2026-000001", act.Subject);
    }

    [Fact]
    public void A_feedback_set_aside_unread_by_the_public_is_no_public_act()
    {
        var events = Given.Withheld().TakeEvents();

        Assert.Empty(events.OfType<IPublicAct>());
    }

    [Fact]
    public void Published_again_it_takes_up_its_story()
    {
        var feedback = Given.Answered();
        feedback.Withhold(WithholdingReason.PersonalData, Given.Moderator, Given.Now);

        feedback.Publish(Given.Moderator, Given.Now);

        Assert.Equal(FeedbackStage.Answered, feedback.Stage);
    }

    [Fact]
    public void Hidden_words_are_gone_everywhere()
    {
        var feedback = Given.Received(
            Given.Answers("Kermarrec a été parfait.") with
            {
                Suggestion = MaskedText.Of("Félicitez KERMARREC."),
            }
        );

        feedback.Redact("kermarrec", Given.Now);

        Assert.Equal("[masqué] a été parfait.", feedback.Answers.Text.Value);
        Assert.Equal("Félicitez [masqué].", feedback.Answers.Suggestion.Value);
        Assert.DoesNotContain("kermarrec", feedback.Keywords, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("absent")]
    [InlineData(" ")]
    [InlineData("a")]
    public void Only_what_is_written_is_hidden(string words) =>
        RuleAssert.Breaks(
            FeedbackRules.OnlyWhatIsWrittenIsHidden,
            () => Given.Received().Redact(words, Given.Now)
        );

    [Fact]
    public void Only_a_withheld_feedback_is_contested()
    {
        var because = MaskedText.Of("Je parle bien du carnet de santé.");

        RuleAssert.Breaks(
            FeedbackRules.OnlyAWithheldFeedbackIsContested,
            () => Given.Published().Contest(because, Given.Now)
        );
        var twice = Given.Withheld();
        twice.Contest(because, Given.Now);
        RuleAssert.Breaks(
            FeedbackRules.OnlyAWithheldFeedbackIsContested,
            () => twice.Contest(because, Given.Now)
        );
    }

    [Fact]
    public void A_contest_says_why() =>
        RuleAssert.Breaks(
            FeedbackRules.AContestSaysWhy,
            () => Given.Withheld().Contest(MaskedText.Of("non"), Given.Now)
        );

    [Fact]
    public void A_contested_decision_is_taken_again()
    {
        var feedback = Given.Withheld();
        feedback.Contest(MaskedText.Of("Je parle bien du carnet de santé."), Given.Now);

        feedback.Withhold(WithholdingReason.Duplicate, Given.Moderator, Given.Now);

        Assert.Null(feedback.ContestedAt);
        Assert.Equal(WithholdingReason.Duplicate, feedback.Steps[^1].Reason);
    }
}

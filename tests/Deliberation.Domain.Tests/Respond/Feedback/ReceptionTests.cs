using Deliberation.Domain.Respond.Feedback;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Domain.Tests.Respond.Feedback;

public sealed class ReceptionTests
{
    [Fact]
    public void A_feedback_has_a_mark() =>
        RuleAssert.Breaks(
            FeedbackRules.AFeedbackHasAMark,
            () => Given.Received(Given.Answers() with { Mark = (Mark)6 })
        );

    [Fact]
    public void A_feedback_says_what_part_it_is_about() =>
        RuleAssert.Breaks(
            FeedbackRules.AFeedbackHasAMark,
            () => Given.Received(Given.Answers() with { Part = (Part)99 })
        );

    [Fact]
    public void A_feedback_is_in_a_language_of_the_service() =>
        RuleAssert.Breaks(
            FeedbackRules.AFeedbackIsInALanguageOfTheService,
            () =>
                UserFeedback.Receive(
                    new Arrival(Guid.CreateVersion7(), "RU-2026-000001", Door.Api, "<b>"),
                    Given.Code,
                    Given.Answers(),
                    Given.Now
                )
        );

    [Fact]
    public void A_feedback_says_something() =>
        RuleAssert.Breaks(
            FeedbackRules.AFeedbackSaysSomething,
            () => Given.Received(Given.Answers(" \r\n "))
        );

    [Fact]
    public void An_answer_has_a_limit()
    {
        RuleAssert.Breaks(
            FeedbackRules.AnAnswerHasALimit,
            () => MaskedText.Of(new string('a', MaskedText.Longest + 1))
        );
        Assert.Equal(MaskedText.Longest, MaskedText.Of(new string('a', MaskedText.Longest)).Value.Length);
    }

    [Fact]
    public void A_text_is_well_formed()
    {
        foreach (var text in new[] { "un demi-caractère \uD83D", "à l’envers \uDE00\uD83D", "un zéro \0" })
        {
            RuleAssert.Breaks(FeedbackRules.ATextIsWellFormed, () => MaskedText.Of(text));
        }
    }

    [Fact]
    public void Only_masked_words_enter()
    {
        var feedback = Given.Received(Given.Answers("Rappelez-moi au 06 12 34 56 78, merci."));

        Assert.Equal("Rappelez-moi au [numéro de téléphone masqué], merci.", feedback.Answers.Text.Value);
        Assert.DoesNotContain("34 56", feedback.Keywords, StringComparison.Ordinal);
    }

    [Fact]
    public void The_code_is_not_kept()
    {
        var feedback = Given.Received();

        Assert.DoesNotContain(Given.Code.Value, feedback.CodeHash, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(UserFeedback.HashOf(Given.Code), feedback.CodeHash);
        Assert.Equal(64, feedback.CodeHash.Length);
    }

    [Fact]
    public void A_feedback_is_sent_once()
    {
        var feedback = Given.Received();

        feedback.RequireSame(Given.Answers());
        RuleAssert.Breaks(
            FeedbackRules.AFeedbackIsSentOnce,
            () => feedback.RequireSame(Given.Answers("Autre chose."))
        );
    }

    [Theory]
    [InlineData("35", "35")]
    [InlineData(" 1 ", "01")]
    [InlineData("2a", "2A")]
    [InlineData("974", "974")]
    [InlineData("  ", null)]
    public void A_departement_is_read_as_on_a_letter(string typed, string? read) =>
        Assert.Equal(read, Departement.Read(typed));

    [Theory]
    [InlineData("20")]
    [InlineData("96")]
    [InlineData("975")]
    [InlineData("Rennes")]
    public void A_departement_exists(string typed) =>
        RuleAssert.Breaks(FeedbackRules.ADepartementExists, () => Departement.Read(typed));

    [Fact]
    public void A_number_has_one_form()
    {
        Assert.Equal("RU-2026-000123", FeedbackNumber.Of(2026, 123));
        Assert.True(FeedbackNumber.Is("RU-2026-000123"));
        Assert.False(FeedbackNumber.Is("RU-2026-123\n"));
    }
}

using Deliberation.Domain.Respond.Feedback;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Domain.Tests.Respond.Feedback;

public sealed class RetentionTests
{
    private static readonly Answers WithProfile = Given.Answers() with
    {
        AgeBand = AgeBand.From75,
        Departement = "35",
    };

    [Theory]
    [InlineData(RetentionKind.Spam, 30)]
    [InlineData(RetentionKind.Withheld, 180)]
    public void The_words_of_what_is_set_aside_are_erased_when_their_time_is_over(
        RetentionKind kind,
        int days
    )
    {
        var feedback = SetAside(kind);

        RuleAssert.Breaks(
            FeedbackRules.OnlyWhatIsSetAsideIsErasedInTime,
            () => feedback.Erase(Given.Now.AddDays(days).AddSeconds(-1))
        );
        feedback.Erase(Given.Now.AddDays(days));

        Assert.False(feedback.Answers.SaySomething);
        Assert.Empty(feedback.Keywords);
        Assert.Null(feedback.Answers.AgeBand);
        Assert.NotNull(feedback.ErasedAt);
    }

    [Fact]
    public void What_is_public_or_contested_is_not_erased()
    {
        var contested = SetAside(RetentionKind.Withheld);
        contested.Contest(MaskedText.Of("Je ne nomme personne."), Given.Now.AddDays(1));

        foreach (var feedback in new[] { Given.Published(), contested })
        {
            RuleAssert.Breaks(
                FeedbackRules.OnlyWhatIsSetAsideIsErasedInTime,
                () => feedback.Erase(Given.Now.AddDays(2_000))
            );
        }
    }

    [Fact]
    public void What_is_erased_is_neither_published_nor_contested_any_more()
    {
        var feedback = SetAside(RetentionKind.Withheld);
        feedback.Erase(Given.Now.AddDays(200));

        RuleAssert.Breaks(
            FeedbackRules.AnErasedFeedbackStaysErased,
            () => feedback.Publish(Given.Moderator, Given.Now.AddDays(201))
        );
        RuleAssert.Breaks(
            FeedbackRules.AnErasedFeedbackStaysErased,
            () => feedback.Contest(MaskedText.Of("Je ne nomme personne."), Given.Now.AddDays(201))
        );
    }

    [Fact]
    public void A_profile_is_forgotten_two_years_after_its_reception_and_the_words_stay()
    {
        var feedback = Given.Received(WithProfile);

        RuleAssert.Breaks(
            FeedbackRules.AProfileIsForgottenInTime,
            () => feedback.ForgetProfile(Given.Now.AddDays(729))
        );
        feedback.ForgetProfile(Given.Now.AddDays(730));

        Assert.Null(feedback.Answers.AgeBand);
        Assert.Null(feedback.Answers.Departement);
        Assert.True(feedback.Answers.SaySomething);
    }

    private static UserFeedback SetAside(RetentionKind kind)
    {
        var feedback = Given.Received(WithProfile);
        if (kind == RetentionKind.Spam)
        {
            feedback.MarkAsSpam(Given.Moderator, Given.Now);
        }
        else
        {
            feedback.Withhold(WithholdingReason.Insult, Given.Moderator, Given.Now);
        }

        return feedback;
    }
}

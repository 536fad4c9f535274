using Deliberation.Domain.Respond.Feedback;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Domain.Tests.Respond.Feedback;

public sealed class TypedTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Theory]
    [InlineData(Door.Paper)]
    [InlineData(Door.Phone)]
    public void What_a_mediator_types_says_who_and_which_day(Door door)
    {
        var feedback = Typed(door, Today.AddYears(-1));

        Assert.Equal(Given.Moderator, feedback.TypedBy);
        Assert.Equal(Today.AddYears(-1), feedback.GivenOn);
        Assert.Equal(Given.Now, feedback.ReceivedAt);
    }

    [Fact]
    public void Today_is_that_of_Paris() =>
        Assert.Equal(Today.AddDays(1), Typed(Door.Phone, Today.AddDays(1), Given.Now.AddHours(14.5)).GivenOn);

    [Theory]
    [InlineData("2026-03-03")]
    [InlineData("2025-03-01")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    [InlineData(null)]
    public void A_mediator_says_which_day(string? day) =>
        RuleAssert.Breaks(
            FeedbackRules.AMediatorSaysWhichDay,
            () =>
                Typed(
                    Door.Paper,
                    day is null
                        ? null
                        : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)
                )
        );

    [Fact]
    public void Nobody_types_under_another_door() =>
        RuleAssert.Breaks(FeedbackRules.AMediatorSaysWhichDay, () => Typed(Door.Api, Today));

    [Fact]
    public void Another_person_publishes_what_was_typed()
    {
        var feedback = Typed(Door.Phone, Today);

        RuleAssert.Breaks(
            FeedbackRules.AnotherPersonPublishesWhatWasTyped,
            () => feedback.Publish(Given.Moderator, Given.Now)
        );
        feedback.Publish(Given.Colleague, Given.Now);

        Assert.True(feedback.IsPublic);
    }

    [Fact]
    public void Whoever_typed_it_does_not_decide_on_a_contest_by_publishing()
    {
        var feedback = Typed(Door.Paper, Today);
        feedback.Withhold(WithholdingReason.OffTopic, Given.Colleague, Given.Now);
        feedback.Contest(MaskedText.Of("Je parle bien du carnet."), Given.Now);

        RuleAssert.Breaks(
            FeedbackRules.AnotherPersonPublishesWhatWasTyped,
            () => feedback.Publish(Given.Moderator, Given.Now)
        );
    }

    private static UserFeedback Typed(Door door, DateOnly? day, DateTimeOffset? now = null) =>
        UserFeedback.Receive(
            new Arrival(Guid.CreateVersion7(), "RU-2026-000001", door, "fr")
            {
                TypedBy = Given.Moderator,
                GivenOn = day,
            },
            Given.Code,
            Given.Answers(),
            now ?? Given.Now
        );
}

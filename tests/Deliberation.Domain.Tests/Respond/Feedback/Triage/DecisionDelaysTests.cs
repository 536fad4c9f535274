using Deliberation.Domain.Respond.Feedback.Triage;

namespace Deliberation.Domain.Tests.Respond.Feedback.Triage;

public sealed class DecisionDelaysTests
{
    [Fact]
    public void Half_and_nine_in_ten_took_no_longer()
    {
        var delays = DecisionDelays.Of(
            Enumerable.Range(1, 20).Select(hours => TimeSpan.FromHours(hours)).Reverse()
        );

        Assert.Equal(new DecisionDelays(20, TimeSpan.FromHours(10), TimeSpan.FromHours(18)), delays);
    }

    [Fact]
    public void Too_few_say_nothing_but_their_number() =>
        Assert.Equal(
            new DecisionDelays(9, Median: null, Ninth: null),
            DecisionDelays.Of(Enumerable.Repeat(TimeSpan.FromHours(1), 9))
        );

    [Fact]
    public void The_target_leaves_out_weekends_and_the_day_of_reception()
    {
        var friday = new DateTimeOffset(2026, 3, 6, 9, 0, 0, TimeSpan.Zero);

        Assert.Equal(new DateOnly(2026, 3, 10), DecisionTarget.Usual.DueOn(friday));
        Assert.False(DecisionTarget.Usual.IsLate(friday, friday.AddDays(4)));
        Assert.True(DecisionTarget.Usual.IsLate(friday, friday.AddDays(5)));
        Assert.Equal(60, new DecisionTarget(1_000).Days);
    }

    [Fact]
    public void The_first_decision_of_a_moderator_is_the_one_measured()
    {
        var feedback = Given.Received();
        Assert.Null(feedback.DecidedAt);

        feedback.Publish(Given.Moderator, Given.Now.AddHours(3));
        feedback.Withhold(
            Deliberation.Domain.Respond.Feedback.WithholdingReason.OffTopic,
            Given.Moderator,
            Given.Now.AddHours(9)
        );

        Assert.Equal(Given.Now.AddHours(3), feedback.DecidedAt);
    }
}

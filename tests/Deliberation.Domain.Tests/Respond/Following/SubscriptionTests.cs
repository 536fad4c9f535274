using Deliberation.Domain.Respond.Following;

namespace Deliberation.Domain.Tests.Respond.Following;

public sealed class SubscriptionTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_subscription_is_confirmed_in_time() =>
        RuleAssert.Breaks(
            SubscriptionRules.ASubscriptionIsConfirmedInTime,
            () => Ask().Confirm(Now + Subscription.TimeToConfirm + TimeSpan.FromSeconds(1))
        );

    [Fact]
    public void Confirming_twice_changes_nothing()
    {
        var subscription = Ask();
        subscription.Confirm(Now.AddHours(1));

        subscription.Confirm(Now.AddDays(30));

        Assert.Equal(Now.AddHours(1), subscription.ConfirmedAt);
    }

    [Fact]
    public void Without_news_no_letter_is_due()
    {
        var subscription = Ask();
        subscription.Confirm(Now);

        Assert.False(subscription.IsDue(Now.AddYears(1)));
    }

    [Fact]
    public void Late_answers_are_looked_for_every_day_and_a_weekly_letter_waits_a_week_once_it_was_written()
    {
        var subscription = Ask(SubscriptionTopic.LateAnswers, Rhythm.Weekly);
        subscription.Confirm(Now);
        var first = Now.AddDays(1) + Subscription.Quiet;

        Assert.False(subscription.IsDue(first.AddSeconds(-1)));
        Assert.True(subscription.IsDue(first));
        subscription.Looked(wrote: false, first);
        Assert.Equal(Now.AddDays(1), subscription.ToldUpTo);
        var second = first.AddDays(1) + Subscription.Quiet;
        Assert.True(subscription.IsDue(second));
        subscription.Looked(wrote: true, second);
        Assert.False(subscription.IsDue(second.AddDays(7).AddSeconds(-1)));
        Assert.True(subscription.IsDue(second.AddDays(7)));
    }

    [Fact]
    public void Nothing_is_due_before_the_address_has_confirmed() =>
        Assert.False(Ask(SubscriptionTopic.LateAnswers).IsDue(Now.AddDays(9)));

    private static Subscription Ask(
        SubscriptionTopic topic = SubscriptionTopic.Opinion,
        Rhythm rhythm = Rhythm.AtOnce
    ) =>
        Subscription.Ask(
            Guid.CreateVersion7(),
            new(topic, Guid.Empty),
            new("a@example.org", "fr", rhythm),
            Now
        );
}

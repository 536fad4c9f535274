using Deliberation.Domain.Respond.Feedback.Triage;

namespace Deliberation.Domain.Tests.Respond.Feedback.Triage;

public sealed class UrgentCallTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 9, 3, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_first_call_waits_for_nothing() => Assert.True(UrgentCall.Begin().MayBeMade(Now));

    [Theory]
    [InlineData(0, false)]
    [InlineData(14, false)]
    [InlineData(15, true)]
    [InlineData(60, true)]
    public void A_call_is_followed_by_fifteen_quiet_minutes(int minutes, bool expected)
    {
        var call = UrgentCall.Begin();

        call.Make(Now);

        Assert.Equal(expected, call.MayBeMade(Now.AddMinutes(minutes)));
    }

    [Fact]
    public void A_clock_set_back_does_not_keep_moderators_unaware_for_a_year()
    {
        var call = UrgentCall.Begin();

        call.Make(Now.AddYears(1));

        Assert.True(call.MayBeMade(Now));
        Assert.False(call.MayBeMade(Now.AddYears(1).AddSeconds(-5)));
    }
}

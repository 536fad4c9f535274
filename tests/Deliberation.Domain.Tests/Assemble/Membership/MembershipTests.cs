using Deliberation.Domain.Assemble.Membership;
using Member = Deliberation.Domain.Assemble.Membership.Membership;

namespace Deliberation.Domain.Tests.Assemble.Membership;

public sealed class MembershipTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_member_has_a_name() =>
        RuleAssert.Breaks(MembershipRules.AMemberHasAName, () => Join(name: "   "));

    [Fact]
    public void An_ended_term_stays_ended()
    {
        var place = Join();
        place.End(Now);

        RuleAssert.Breaks(MembershipRules.AnEndedTermStaysEnded, () => place.End(Now));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    public void A_table_has_a_number(int table) =>
        RuleAssert.Breaks(MembershipRules.ATableHasANumber, () => Join().SitAt(table, Now));

    [Fact]
    public void Who_sits_down_may_get_up_again()
    {
        var place = Join();

        place.SitAt(3, Now);
        Assert.Equal(3, place.Table);
        place.SitAt(null, Now);

        Assert.Null(place.Table);
    }

    [Fact]
    public void An_agent_speaks_for_a_body() =>
        RuleAssert.Breaks(
            MembershipRules.AnAgentSpeaksForABody,
            () => Appointment.Make(Guid.NewGuid(), Guid.NewGuid(), InstanceRole.Agent, bodyId: null, Now)
        );

    private static Member Join(string name = "Samira") =>
        Member.Join(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), SpaceRole.Member, name, Now);
}

using Deliberation.Domain.Assemble.Membership;

namespace Deliberation.Domain.Tests.Assemble.Membership;

public sealed class InvitationTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_invitation_serves_once()
    {
        var invitation = Invite();
        invitation.Accept(Now);

        RuleAssert.Breaks(InvitationRules.AnInvitationServesOnce, () => invitation.Accept(Now));
        RuleAssert.Breaks(InvitationRules.AnInvitationServesOnce, () => invitation.Revoke(Now));
    }

    [Fact]
    public void A_revoked_invitation_gives_nothing()
    {
        var invitation = Invite();
        invitation.Revoke(Now);
        invitation.Revoke(Now);

        RuleAssert.Breaks(InvitationRules.ARevokedInvitationGivesNothing, () => invitation.Accept(Now));
    }

    [Fact]
    public void An_expired_invitation_gives_nothing() =>
        RuleAssert.Breaks(
            InvitationRules.AnExpiredInvitationGivesNothing,
            () => Invite(days: 7).Accept(Now.AddDays(7))
        );

    [Fact]
    public void A_person_has_one_place() =>
        RuleAssert.Breaks(
            InvitationRules.APersonHasOnePlace,
            () => Invite().Accept(Now, isThereAlready: true)
        );

    [Theory]
    [InlineData(0)]
    [InlineData(91)]
    public void An_invitation_lasts_at_most_ninety_days(int days) =>
        RuleAssert.Breaks(InvitationRules.AnInvitationLastsAtMostNinetyDays, () => Invite(days));

    [Fact]
    public void Only_an_administrator_invites_facilitators()
    {
        RuleAssert.Breaks(
            InvitationRules.OnlyAnAdministratorInvitesFacilitators,
            () => Invite(role: SpaceRole.Facilitator)
        );
        Assert.Equal(SpaceRole.Facilitator, Invite(role: SpaceRole.Facilitator, byAdministrator: true).Role);
    }

    [Fact]
    public void The_address_of_whoever_came_in_is_forgotten()
    {
        var invitation = Invite();

        invitation.Accept(Now);

        Assert.Null(invitation.Recipient);
    }

    private static Invitation Invite(
        int days = 30,
        SpaceRole role = SpaceRole.Member,
        bool byAdministrator = false
    ) =>
        Invitation.Make(
            Guid.NewGuid(),
            Guid.NewGuid(),
            role,
            new Inviter(Guid.NewGuid(), byAdministrator),
            new Delivery(Now.AddDays(days), "samira@example.org"),
            Now
        );
}

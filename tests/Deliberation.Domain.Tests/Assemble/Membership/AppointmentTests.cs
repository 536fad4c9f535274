using Deliberation.Domain.Assemble.Membership;

namespace Deliberation.Domain.Tests.Assemble.Membership;

public sealed class AppointmentTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_instance_keeps_an_administrator()
    {
        var appointment = Appointment.Make(
            Guid.NewGuid(),
            Guid.NewGuid(),
            InstanceRole.Administrator,
            bodyId: null,
            Now
        );

        RuleAssert.Breaks(
            MembershipRules.AnInstanceKeepsAnAdministrator,
            () => appointment.End(Now, isLastOfItsRole: true)
        );
        Assert.Null(appointment.EndedAt);
    }
}

namespace Deliberation.Domain.Assemble.Membership;

/// <summary>A person's role in the whole instance; an agent's names the body they answer for.</summary>
public sealed class Appointment : Aggregate
{
    private Appointment() { }

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    public InstanceRole Role { get; private set; }

    /// <summary>The body an agent speaks for; null for other roles.</summary>
    public Guid? BodyId { get; private set; }

    public DateTimeOffset AppointedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <exception cref="RuleBroken">An agent without a body, or a body for another role.</exception>
    public static Appointment Make(
        Guid id,
        Guid personId,
        InstanceRole role,
        Guid? bodyId,
        DateTimeOffset now
    )
    {
        Require((role == InstanceRole.Agent) == bodyId.HasValue, MembershipRules.AnAgentSpeaksForABody);

        var appointment = new Appointment
        {
            Id = id,
            PersonId = personId,
            Role = role,
            BodyId = bodyId,
            AppointedAt = now,
        };
        appointment.Record(new PersonAppointed(personId, role, now));
        return appointment;
    }

    /// <exception cref="RuleBroken">Already ended, or nobody would administer the instance any more.</exception>
    public void End(DateTimeOffset now, bool isLastOfItsRole = false)
    {
        Require(EndedAt is null, MembershipRules.AnEndedTermStaysEnded);
        Require(
            Role != InstanceRole.Administrator || !isLastOfItsRole,
            MembershipRules.AnInstanceKeepsAnAdministrator
        );

        EndedAt = now;
        Record(new AppointmentEnded(PersonId, Role, now));
    }
}

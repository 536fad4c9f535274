namespace Deliberation.Domain.Assemble.Membership;

/// <summary>A person joined a space.</summary>
public sealed record MemberJoined(Guid SpaceId, Guid PersonId, SpaceRole Role, DateTimeOffset At)
    : DomainEvent;

/// <summary>A person sat down at a table, or left it.</summary>
public sealed record MemberSeated(Guid SpaceId, Guid PersonId, int? Table, DateTimeOffset At) : DomainEvent;

/// <summary>A person's term in a space ended, or was ended.</summary>
public sealed record MembershipEnded(Guid SpaceId, Guid PersonId, DateTimeOffset At) : DomainEvent;

/// <summary>A person was given a role in the instance.</summary>
public sealed record PersonAppointed(Guid PersonId, InstanceRole Role, DateTimeOffset At) : DomainEvent;

/// <summary>A person's role in the instance ended.</summary>
public sealed record AppointmentEnded(Guid PersonId, InstanceRole Role, DateTimeOffset At) : DomainEvent;

namespace Deliberation.Domain.Assemble.Membership;

/// <summary>Somebody was invited into a space.</summary>
public sealed record PersonInvited(Guid InvitationId, Guid SpaceId, SpaceRole Role, DateTimeOffset At)
    : DomainEvent;

/// <summary>Somebody came in with an invitation.</summary>
public sealed record InvitationAccepted(Guid InvitationId, Guid SpaceId, SpaceRole Role, DateTimeOffset At)
    : DomainEvent;

/// <summary>An invitation was taken back before it served.</summary>
public sealed record InvitationRevoked(Guid InvitationId, Guid SpaceId, DateTimeOffset At) : DomainEvent;

namespace Deliberation.Domain.Deliberate.Sessions;

/// <summary>A meeting was put on the calendar of a space.</summary>
public sealed record SessionPlanned(Guid SessionId, Guid SpaceId, DateOnly From, DateTimeOffset At)
    : DomainEvent;

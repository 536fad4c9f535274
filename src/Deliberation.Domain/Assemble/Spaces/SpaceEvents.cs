namespace Deliberation.Domain.Assemble.Spaces;

/// <summary>A participatory process was opened, with its mandate.</summary>
public sealed record SpaceOpened(Guid SpaceId, string Slug, DateTimeOffset At) : DomainEvent;

/// <summary>The calendar of a space was set or changed.</summary>
public sealed record CalendarSet(Guid SpaceId, DateTimeOffset At) : DomainEvent;

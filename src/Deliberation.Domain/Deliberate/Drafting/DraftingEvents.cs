namespace Deliberation.Domain.Deliberate.Drafting;

/// <summary>Work on an opinion began.</summary>
public sealed record DraftStarted(Guid DraftId, Guid SpaceId, DateTimeOffset At) : DomainEvent;

/// <summary>A draft got a new part.</summary>
public sealed record SectionAdded(Guid SectionId, Guid DraftId, DateTimeOffset At) : DomainEvent;

/// <summary>A text stopped changing, at a version that can be quoted.</summary>
public sealed record DocumentFrozen(Guid DocumentId, string Reason, int Version, DateTimeOffset At)
    : DomainEvent;

/// <summary>A frozen text may change again.</summary>
public sealed record DocumentThawed(Guid DocumentId, DateTimeOffset At) : DomainEvent;

/// <summary>A part took another place in its draft.</summary>
public sealed record SectionMoved(Guid SectionId, int Position, Guid By, DateTimeOffset At) : DomainEvent;

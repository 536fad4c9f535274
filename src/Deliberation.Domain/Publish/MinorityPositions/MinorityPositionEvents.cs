namespace Deliberation.Domain.Publish.MinorityPositions;

/// <summary>A member wrote a minority position on an adopted proposal, and signed it.</summary>
public sealed record MinorityPositionWritten(Guid OpinionId, Guid PositionId, DateTimeOffset At)
    : DomainEvent;

/// <summary>Another member signed a minority position.</summary>
public sealed record MinorityPositionSigned(Guid OpinionId, Guid PositionId, DateTimeOffset At) : DomainEvent;

/// <summary>A member took their signature back before publication; without any left, the position is gone.</summary>
public sealed record MinoritySignatureWithdrawn(Guid OpinionId, Guid PositionId, DateTimeOffset At)
    : DomainEvent;

namespace Deliberation.Domain.Respond.Instruction;

/// <summary>An answer was written, or written again, and waits to be read by someone else.</summary>
public sealed record AnswerPrepared(Guid PreparedAnswerId, Guid BodyId, DateTimeOffset At) : DomainEvent;

/// <summary>Someone who did not write it read it and passed it on for signature.</summary>
public sealed record AnswerReviewed(Guid PreparedAnswerId, Guid BodyId, DateTimeOffset At) : DomainEvent;

/// <summary>It was signed, to be published at once or on a day.</summary>
public sealed record AnswerSigned(
    Guid PreparedAnswerId,
    Guid BodyId,
    DateOnly? EffectiveOn,
    DateTimeOffset At
) : DomainEvent;

/// <summary>It went back to those who write.</summary>
public sealed record AnswerSentBack(Guid PreparedAnswerId, Guid BodyId, DateTimeOffset At) : DomainEvent;

/// <summary>It was given up before publication.</summary>
public sealed record AnswerAbandoned(Guid PreparedAnswerId, Guid BodyId, DateTimeOffset At) : DomainEvent;

namespace Deliberation.Domain.Deliberate.Drafting;

/// <summary>Someone remarked on a text, or on words of it.</summary>
public sealed record CommentWritten(Guid CommentId, Guid DocumentId, Guid By, DateTimeOffset At)
    : DomainEvent;

/// <summary>Someone answered a comment.</summary>
public sealed record CommentAnswered(Guid CommentId, Guid DocumentId, Guid By, DateTimeOffset At)
    : DomainEvent;

/// <summary>A discussion is settled.</summary>
public sealed record CommentResolved(Guid CommentId, Guid DocumentId, Guid By, DateTimeOffset At)
    : DomainEvent;

/// <summary>A settled discussion goes on.</summary>
public sealed record CommentReopened(Guid CommentId, Guid DocumentId, Guid By, DateTimeOffset At)
    : DomainEvent;

/// <summary>A discussion followed its words to another text.</summary>
public sealed record CommentMoved(Guid CommentId, Guid FromDocumentId, Guid DocumentId, DateTimeOffset At)
    : DomainEvent;

namespace Deliberation.Domain.Deliberate.Amendments;

/// <summary>Someone proposed other words for a text.</summary>
public sealed record AmendmentProposed(Guid AmendmentId, Guid DocumentId, Guid By, DateTimeOffset At)
    : DomainEvent;

/// <summary>The words proposed are now in the text.</summary>
public sealed record AmendmentAdopted(Guid AmendmentId, Guid DocumentId, Guid By, DateTimeOffset At)
    : DomainEvent;

/// <summary>Those who write the text did not take the words proposed, and said why.</summary>
public sealed record AmendmentRejected(
    Guid AmendmentId,
    Guid DocumentId,
    string Reason,
    Guid By,
    DateTimeOffset At
) : DomainEvent;

/// <summary>Its author took an amendment back.</summary>
public sealed record AmendmentWithdrawn(Guid AmendmentId, Guid DocumentId, DateTimeOffset At) : DomainEvent;

/// <summary>The words an amendment would replace were deleted.</summary>
public sealed record AmendmentOutdated(Guid AmendmentId, Guid DocumentId, DateTimeOffset At) : DomainEvent;

/// <summary>An amendment followed its words to another text.</summary>
public sealed record AmendmentMoved(Guid AmendmentId, Guid FromDocumentId, Guid DocumentId, DateTimeOffset At)
    : DomainEvent;

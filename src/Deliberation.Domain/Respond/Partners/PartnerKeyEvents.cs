namespace Deliberation.Domain.Respond.Partners;

/// <summary>An administrator made a key for a partner’s program.</summary>
public sealed record PartnerKeyMade(Guid KeyId, string Scope, DateTimeOffset At) : DomainEvent;

/// <summary>An administrator revoked a key: it opens nothing any more.</summary>
public sealed record PartnerKeyRevoked(Guid KeyId, DateTimeOffset At) : DomainEvent;

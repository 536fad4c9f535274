namespace Deliberation.Domain.Deliberate.Contributions;

/// <summary>A note, a hearing or a figure was added to the raw material of a space.</summary>
public sealed record ContributionMade(Guid ContributionId, Guid SpaceId, DateTimeOffset At) : DomainEvent;

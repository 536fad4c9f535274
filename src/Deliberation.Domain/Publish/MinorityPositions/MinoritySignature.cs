namespace Deliberation.Domain.Publish.MinorityPositions;

/// <summary>That a member says, freely and in public, that a minority position is theirs; it tells nothing of a vote.</summary>
public sealed class MinoritySignature
{
    private MinoritySignature() { }

    public Guid PositionId { get; private set; }

    public Guid PersonId { get; private set; }

    public DateTimeOffset SignedAt { get; private set; }

    internal static MinoritySignature Of(Guid positionId, Guid personId, DateTimeOffset now) =>
        new()
        {
            PositionId = positionId,
            PersonId = personId,
            SignedAt = now,
        };
}

namespace Deliberation.Domain.Deliberate.Drafting;

/// <summary>A live text: its words are in its changes, each attributed; here is whether it may still change.</summary>
public sealed class Document : Aggregate
{
    private Document() { }

    public Guid Id { get; private set; }

    public Guid SpaceId { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Why the text does not change at present, in words for its writers; null while it may change.</summary>
    public string? FrozenReason { get; private set; }

    /// <summary>The version that is frozen; null while the text may change.</summary>
    public int? FrozenVersion { get; private set; }

    public bool IsFrozen => FrozenReason is not null;

    public static Document Create(Guid id, Guid spaceId, DateTimeOffset now) =>
        new()
        {
            Id = id,
            SpaceId = spaceId,
            CreatedAt = now,
        };

    /// <summary>Stops all changes, so that what is voted on is what was read.</summary>
    /// <exception cref="RuleBroken">Already frozen, or no reason is given.</exception>
    public void Freeze(string reason, int version, DateTimeOffset now)
    {
        Require(!IsFrozen, DraftingRules.AFrozenTextDoesNotMove);
        Require(reason.Trim().Length is >= 3 and <= 200, DraftingRules.AFreezeSaysWhy);

        FrozenReason = reason.Trim();
        FrozenVersion = version;
        Record(new DocumentFrozen(Id, FrozenReason, version, now));
    }

    /// <exception cref="RuleBroken">The text is not frozen.</exception>
    public void Thaw(DateTimeOffset now)
    {
        Require(IsFrozen, DraftingRules.OnlyAFrozenTextThaws);

        FrozenReason = null;
        FrozenVersion = null;
        Record(new DocumentThawed(Id, now));
    }
}

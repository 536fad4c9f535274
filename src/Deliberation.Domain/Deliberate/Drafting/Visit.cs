namespace Deliberation.Domain.Deliberate.Drafting;

/// <summary>How far someone has read a text: what comes after is new to them.</summary>
public sealed class Visit
{
    private Visit() { }

    public Guid PersonId { get; private set; }

    public Guid DocumentId { get; private set; }

    /// <summary>The last version they had before their eyes.</summary>
    public int Version { get; private set; }

    public DateTimeOffset At { get; private set; }

    public static Visit Begin(Guid personId, Guid documentId, int version, DateTimeOffset now) =>
        new()
        {
            PersonId = personId,
            DocumentId = documentId,
            Version = version,
            At = now,
        };

    /// <summary>They came again; what they have read stays read.</summary>
    public void Come(int version, DateTimeOffset now) => (Version, At) = (Math.Max(Version, version), now);
}

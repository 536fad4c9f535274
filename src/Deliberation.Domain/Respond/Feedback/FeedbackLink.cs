namespace Deliberation.Domain.Respond.Feedback;

/// <summary>Someone read that a feedback speaks of a published proposition, and said so.</summary>
public sealed class FeedbackLink
{
    private FeedbackLink() { }

    /// <summary>From 1.</summary>
    public int Position { get; private set; }

    /// <summary>The proposition's published name: <c>AC-2021-01-P12</c>.</summary>
    public string Reference { get; private set; } = "";

    public DateTimeOffset LinkedAt { get; private set; }

    public Guid LinkedBy { get; private set; }

    public DateTimeOffset? UnlinkedAt { get; private set; }

    public Guid? UnlinkedBy { get; private set; }

    public bool Holds => UnlinkedAt is null;

    internal static FeedbackLink Make(int position, string reference, Guid by, DateTimeOffset now) =>
        new()
        {
            Position = position,
            Reference = reference,
            LinkedAt = now,
            LinkedBy = by,
        };

    internal void Undo(Guid by, DateTimeOffset now)
    {
        UnlinkedAt = now;
        UnlinkedBy = by;
    }
}

namespace Deliberation.Domain.Respond.Feedback;

/// <summary>What an institution says a feedback leads to.</summary>
public enum ReplyOutcome
{
    /// <summary>An explanation, and nothing to change for now.</summary>
    Answer = 1,

    /// <summary>A change, by a date.</summary>
    ChangePlanned = 2,

    /// <summary>A change that was made, with what shows it.</summary>
    ChangeMade = 3,

    /// <summary>No change, and why.</summary>
    NoChange = 4,
}

/// <summary>An institution's answer to a feedback, signed by a function and not by a name.</summary>
public sealed class Reply
{
    private Reply() { }

    /// <summary>From 1.</summary>
    public int Position { get; private set; }

    public Guid BodyId { get; private set; }

    /// <summary>The function of who writes: « Équipe des retours d’usagers ».</summary>
    public string Function { get; private set; } = "";

    public string Text { get; private set; } = "";

    public ReplyOutcome Outcome { get; private set; }

    /// <summary>The day a planned change is promised for.</summary>
    public DateOnly? PlannedFor { get; private set; }

    /// <summary>What shows that a change was made: an address or a sentence.</summary>
    public string? Evidence { get; private set; }

    public DateTimeOffset WrittenAt { get; private set; }

    public Guid WrittenBy { get; private set; }

    /// <summary>The second person who read the claim of a change.</summary>
    public Guid? ReadBy { get; private set; }

    /// <summary>When anyone could read it; null until then.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>Why the second person sent it back; null when they did not.</summary>
    public string? SentBackBecause { get; private set; }

    public bool ClaimsAChange => Outcome is ReplyOutcome.ChangePlanned or ReplyOutcome.ChangeMade;

    public bool IsPublished => PublishedAt is not null;

    public bool IsAwaitingASecondReader => ReadBy is null && !IsPublished;

    public FeedbackStage Stage =>
        Outcome switch
        {
            ReplyOutcome.ChangePlanned => FeedbackStage.ChangePlanned,
            ReplyOutcome.ChangeMade => FeedbackStage.ChangeMade,
            ReplyOutcome.NoChange => FeedbackStage.NoChange,
            _ => FeedbackStage.Answered,
        };

    internal static Reply Write(int position, ReplyWords words, Guid bodyId, Guid by, DateTimeOffset now) =>
        new()
        {
            Position = position,
            BodyId = bodyId,
            Function = words.Function,
            Text = words.Text,
            Outcome = words.Outcome,
            PlannedFor = words.PlannedFor,
            Evidence = words.Evidence,
            WrittenAt = now,
            WrittenBy = by,
        };

    internal void Publish(DateTimeOffset now, Guid? secondReader = null)
    {
        PublishedAt = now;
        ReadBy = secondReader;
    }

    internal void SendBack(string because, Guid by)
    {
        SentBackBecause = because;
        ReadBy = by;
    }
}

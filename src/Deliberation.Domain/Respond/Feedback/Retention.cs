namespace Deliberation.Domain.Respond.Feedback;

/// <summary>What is kept of feedback for a time only.</summary>
public enum RetentionKind
{
    /// <summary>The words of what was read as advertising.</summary>
    Spam = 1,

    /// <summary>The words of what was not published, for whatever reason.</summary>
    Withheld = 2,

    /// <summary>The age band and the département of any feedback.</summary>
    Profile = 3,
}

/// <summary>
/// How long each thing is kept; shown to everyone as it stands here. Source: GDPR, article 5.1.e (storage limitation).
/// </summary>
public static class Retention
{
    /// <summary>Counted from the decision for words, from the reception for what authors said of themselves.</summary>
    public static TimeSpan Of(RetentionKind kind) =>
        kind switch
        {
            RetentionKind.Spam => TimeSpan.FromDays(30),
            RetentionKind.Withheld => TimeSpan.FromDays(180),
            RetentionKind.Profile => TimeSpan.FromDays(730),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
        };
}

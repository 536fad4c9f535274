namespace Deliberation.Domain.Respond.Feedback.Triage;

/// <summary>What moderators did about a feedback before its outcome.</summary>
public enum TriageKind
{
    /// <summary>Its severity was raised or lowered.</summary>
    Weighed = 1,

    /// <summary>Help was called, or the danger passed on to whoever can help.</summary>
    Alerted = 2,

    /// <summary>A first moderator said what they would decide.</summary>
    Proposed = 3,

    /// <summary>A second one decided it with them.</summary>
    Confirmed = 4,

    /// <summary>It was declined, or taken back.</summary>
    Declined = 5,

    /// <summary>Something else happened first: it has no object any more.</summary>
    Lapsed = 6,
}

/// <summary>One dated act of moderators on a feedback; the list only grows.</summary>
public sealed class TriageStep
{
    private TriageStep() { }

    /// <summary>From 1.</summary>
    public int Position { get; private set; }

    public TriageKind Kind { get; private set; }

    /// <summary>How serious the feedback was once this was done.</summary>
    public Severity Severity { get; private set; }

    /// <summary>Of a proposed decision: why not to publish; null would publish.</summary>
    public WithholdingReason? Reason { get; private set; }

    /// <summary>The moderator’s words, masked; erased with those of the feedback.</summary>
    public MaskedText Because { get; private set; } = MaskedText.Empty;

    /// <summary>Who did it; null when it came by itself.</summary>
    public Guid? By { get; private set; }

    public DateTimeOffset At { get; private set; }

    internal static TriageStep Take(
        int position,
        TriageKind kind,
        Severity severity,
        MaskedText because,
        Guid? by,
        DateTimeOffset at,
        WithholdingReason? reason = null
    ) =>
        new()
        {
            Position = position,
            Kind = kind,
            Severity = severity,
            Because = because,
            By = by,
            At = at,
            Reason = reason,
        };

    internal void ForgetWords() => Because = MaskedText.Empty;
}

namespace Deliberation.Domain.Respond.Feedback;

/// <summary>One dated passage of a feedback from a stage to the next; the list only grows.</summary>
public sealed class FeedbackStep
{
    private FeedbackStep() { }

    /// <summary>From 1.</summary>
    public int Position { get; private set; }

    public FeedbackStage Stage { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Who did it, or typed it for its author; null when it was the author of the feedback.</summary>
    public Guid? By { get; private set; }

    /// <summary>Why it is not published, at the stage <see cref="FeedbackStage.Withheld"/>.</summary>
    public WithholdingReason? Reason { get; private set; }

    /// <summary>The body it was passed on to, or which answered.</summary>
    public Guid? BodyId { get; private set; }

    /// <summary>Why it was sent on, masked; everyone may read it.</summary>
    public MaskedText Because { get; private set; } = MaskedText.Empty;

    internal static FeedbackStep Take(
        int position,
        FeedbackStage stage,
        DateTimeOffset at,
        Guid? by,
        WithholdingReason? reason = null,
        Guid? bodyId = null,
        MaskedText? because = null
    ) =>
        new()
        {
            Position = position,
            Stage = stage,
            At = at,
            By = by,
            Reason = reason,
            BodyId = bodyId,
            Because = because ?? MaskedText.Empty,
        };
}

namespace Deliberation.Domain.Respond.Instruction;

/// <summary>What someone did to an answer on its way, and when; only staff of the body may read it.</summary>
public sealed class PreparedStep
{
    private PreparedStep() { }

    public Guid PreparedAnswerId { get; private set; }

    /// <summary>Its rank, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Where the answer stood from then on.</summary>
    public AnswerStage Stage { get; private set; }

    /// <summary>Who did it; null when the service did, on the day an answer took effect.</summary>
    public Guid? By { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Why it was sent back or given up; null for the other steps.</summary>
    public string? Reason { get; private set; }

    internal static PreparedStep Make(PreparedAnswer answer, Handling handling) =>
        new()
        {
            PreparedAnswerId = answer.Id,
            Number = answer.StepCount + 1,
            Stage = handling.Stage,
            By = handling.By,
            At = handling.At,
            Reason = handling.Reason,
        };
}

/// <summary>What is being done to an answer on its way.</summary>
internal sealed record Handling(AnswerStage Stage, Guid? By, DateTimeOffset At, string? Reason = null);

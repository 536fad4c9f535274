using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Domain.Respond.Instruction;

/// <summary>An answer on its way to publication: written by one person, read and signed by others, then published.</summary>
public sealed partial class PreparedAnswer : Aggregate
{
    private readonly List<PreparedStep> steps = [];

    private PreparedAnswer() { }

    public Guid Id { get; private set; }

    public Guid TreatmentId { get; private set; }

    /// <summary>The treatment while this answer is on its way, null afterwards: one answer at a time for each body.</summary>
    public Guid? UnderWay { get; private set; }

    /// <summary>The body in whose name it will speak.</summary>
    public Guid BodyId { get; private set; }

    /// <summary>The key of the form it was written in, and of the answer it becomes.</summary>
    public Guid Key { get; private set; }

    /// <summary>What the public will read.</summary>
    public TreatmentAnswer Content { get; private set; } = null!; // every way in sets it

    public AnswerStage Stage { get; private set; }

    /// <summary>Since when it stands there.</summary>
    public DateTimeOffset Since { get; private set; }

    /// <summary>The day it is published; null when nothing is planned.</summary>
    public DateOnly? EffectiveOn { get; private set; }

    /// <summary>The moment it is published: 8:00 in Paris on that day.</summary>
    public DateTimeOffset? EffectiveAt { get; private set; }

    public int StepCount { get; private set; }

    /// <summary>Everything done to it, the oldest first.</summary>
    public IReadOnlyList<PreparedStep> Steps => [.. steps.OrderBy(step => step.Number)];

    /// <summary>Did this person write any version of it?</summary>
    public bool IsWrittenBy(Guid person) =>
        steps.Exists(step => step.Stage == AnswerStage.Prepared && step.By == person);

    private void Move(Handling handling, DomainEvent happened)
    {
        steps.Add(PreparedStep.Make(this, handling));
        StepCount++;
        Stage = handling.Stage;
        Since = handling.At;
        if (handling.Stage is AnswerStage.Published or AnswerStage.Abandoned)
        {
            UnderWay = null;
        }

        Record(happened);
    }
}

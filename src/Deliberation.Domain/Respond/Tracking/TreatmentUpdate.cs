namespace Deliberation.Domain.Respond.Tracking;

/// <summary>One dated, reasoned, signed answer; it is never changed, only followed by another.</summary>
public sealed class TreatmentUpdate
{
    private TreatmentUpdate() { }

    public Guid TreatmentId { get; private set; }

    /// <summary>Its rank among the treatment's answers, from 1.</summary>
    public int Number { get; private set; }

    public Guid Key { get; private set; }

    /// <summary>A code of the opinion's scale.</summary>
    public string Status { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public Guid BodyId { get; private set; }

    /// <summary>The function of the person who signed.</summary>
    public string Function { get; private set; } = "";

    public string? EvidenceLink { get; private set; }

    public string? EvidenceCitation { get; private set; }

    public DateOnly? NextUpdateOn { get; private set; }

    public string? ImportedFrom { get; private set; }

    public DecisionKind? DecisionKind { get; private set; }

    public string? Kept { get; private set; }

    public string? NotKept { get; private set; }

    public RefusalGround? Ground { get; private set; }

    public string? WouldChange { get; private set; }

    public string? PassedOnTo { get; private set; }

    public Fidelity? Fidelity { get; private set; }

    public string? CheckedBy { get; private set; }

    public string? Laws { get; private set; }

    public string? Documents { get; private set; }

    public string? SuccessMeasure { get; private set; }

    /// <summary>The number of the earlier answer that this one corrects.</summary>
    public int? Corrects { get; private set; }

    /// <summary>What it replies to minority positions; null when it replies to none.</summary>
    public PositionReplies? Replies { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>When what had been answered elsewhere was brought in here; null for what was answered here.</summary>
    public DateTimeOffset? BroughtInAt { get; private set; }

    /// <summary>What was decided; null when the answer does not say.</summary>
    public Decision? Decision =>
        DecisionKind is { } kind
            ? new Decision
            {
                Kind = kind,
                Kept = Kept,
                NotKept = NotKept,
                Ground = Ground,
                WouldChange = WouldChange,
                PassedOnTo = PassedOnTo,
            }
            : null;

    internal static TreatmentUpdate BroughtIn(
        TreatmentAnswer answer,
        Treatment treatment,
        (DateTimeOffset At, DateTimeOffset Now) moments
    )
    {
        var update = From(answer, treatment, moments.At);
        update.BroughtInAt = moments.Now;
        return update;
    }

    internal static TreatmentUpdate From(TreatmentAnswer answer, Treatment treatment, DateTimeOffset at) =>
        new()
        {
            TreatmentId = treatment.Id,
            Number = treatment.AnswerCount + 1,
            Key = answer.Key,
            Status = answer.Status,
            Reason = answer.Reason,
            BodyId = treatment.BodyId,
            Function = answer.Function,
            EvidenceLink = answer.EvidenceLink,
            EvidenceCitation = answer.EvidenceCitation,
            NextUpdateOn = answer.NextUpdateOn,
            ImportedFrom = answer.ImportedFrom,
            DecisionKind = answer.Decision?.Kind,
            Kept = answer.Decision?.Kept,
            NotKept = answer.Decision?.NotKept,
            Ground = answer.Decision?.Ground,
            WouldChange = answer.Decision?.WouldChange,
            PassedOnTo = answer.Decision?.PassedOnTo,
            Fidelity = answer.Fidelity,
            CheckedBy = answer.CheckedBy,
            Laws = answer.Laws,
            Documents = answer.Documents,
            SuccessMeasure = answer.SuccessMeasure,
            Corrects = answer.Corrects,
            Replies = answer.Replies,
            At = at,
        };
}

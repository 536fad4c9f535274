using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Features.Verify.OpenData;

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>One answer, as it was given.</summary>
internal sealed record AnswerRecord(
    int Number,
    string At,
    string Body,
    string Function,
    string Status,
    string Reason,
    string? EvidenceLink,
    string? EvidenceCitation,
    string? NextUpdateOn,
    string? ImportedFrom,
    DecisionRecord? Decision,
    string? Fidelity,
    string EvidenceLevel,
    string? CheckedBy,
    string? Laws,
    string? SuccessMeasure,
    int? Corrects,
    IReadOnlyList<PositionReply> Replies,
    string? BroughtInAt,
    IReadOnlyList<DocumentReference> Documents
)
{
    public static AnswerRecord Of(TreatmentUpdate update, string body, StatusCategory? category) =>
        new(
            update.Number,
            Iso.Moment(update.At),
            body,
            update.Function,
            update.Status,
            update.Reason,
            update.EvidenceLink,
            update.EvidenceCitation,
            Iso.Day(update.NextUpdateOn),
            update.ImportedFrom,
            update.Decision is { } decision ? DecisionRecord.Of(decision) : null,
            TreatmentRecord.Code(update.Fidelity),
            TreatmentRecord.Code<EvidenceLevel>(
                EvidenceLevels.Behind(category, update.EvidenceLink, update.CheckedBy)
            ),
            update.CheckedBy,
            update.Laws,
            update.SuccessMeasure,
            update.Corrects,
            update.Replies?.All ?? [],
            Iso.MomentOrNone(update.BroughtInAt),
            DocumentReference.Read(update.Documents, out _)
        );
}

/// <summary>What an answer decides; the members that do not apply are null.</summary>
internal sealed record DecisionRecord(
    string Kind,
    string? Kept,
    string? NotKept,
    string? Ground,
    string? WouldChange,
    string? PassedOnTo
)
{
    public static DecisionRecord Of(Decision decision) =>
        new(
            TreatmentRecord.Code<DecisionKind>(decision.Kind),
            decision.Kept,
            decision.NotKept,
            TreatmentRecord.Code(decision.Ground),
            decision.WouldChange,
            decision.PassedOnTo
        );
}

using Deliberation.Web.Features.Verify.OpenData;

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>
/// One answer as data, on one line: the columns of the CSV, the members of the JSON and the fields of the Table Schema,
/// in this order. A column once published keeps its name and its meaning.
/// </summary>
internal sealed record AnswerLine(
    string Reference,
    string Opinion,
    int Answer,
    string At,
    string Body,
    string Function,
    string Status,
    string? Category,
    string Reason,
    string? Decision,
    string? Kept,
    string? NotKept,
    string? Ground,
    string? WouldChange,
    string? PassedOnTo,
    string? EvidenceLink,
    string? EvidenceCitation,
    string EvidenceLevel,
    string? CheckedBy,
    string? Laws,
    string? SuccessMeasure,
    string? Fidelity,
    string? NextUpdateOn,
    int? Corrects,
    string? ImportedFrom,
    int MinorityReplies,
    string Address,
    string? BroughtInAt,
    string? Documents
) : IOpenLine
{
    public object?[] Cells() =>
        [
            Reference,
            Opinion,
            Answer,
            At,
            Body,
            Function,
            Status,
            Category,
            Reason,
            Decision,
            Kept,
            NotKept,
            Ground,
            WouldChange,
            PassedOnTo,
            EvidenceLink,
            EvidenceCitation,
            EvidenceLevel,
            CheckedBy,
            Laws,
            SuccessMeasure,
            Fidelity,
            NextUpdateOn,
            Corrects,
            ImportedFrom,
            MinorityReplies,
            Address,
            BroughtInAt,
            Documents,
        ];

    public static AnswerLine Of(
        AnswerRecord answer,
        (string Reference, string Opinion, string? Category) place,
        string address
    ) =>
        new(
            place.Reference,
            place.Opinion,
            answer.Number,
            answer.At,
            answer.Body,
            answer.Function,
            answer.Status,
            place.Category,
            answer.Reason,
            answer.Decision?.Kind,
            answer.Decision?.Kept,
            answer.Decision?.NotKept,
            answer.Decision?.Ground,
            answer.Decision?.WouldChange,
            answer.Decision?.PassedOnTo,
            answer.EvidenceLink,
            answer.EvidenceCitation,
            answer.EvidenceLevel,
            answer.CheckedBy,
            answer.Laws,
            answer.SuccessMeasure,
            answer.Fidelity,
            answer.NextUpdateOn,
            answer.Corrects,
            answer.ImportedFrom,
            answer.Replies.Count,
            address,
            answer.BroughtInAt,
            answer.Documents.Count == 0
                ? null
                : string.Join(
                    '\n',
                    answer.Documents.Select(document => $"{document.Title} {document.Address}")
                )
        );
}

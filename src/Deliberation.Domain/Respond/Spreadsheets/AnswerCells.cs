using System.Globalization;
using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Domain.Respond.Spreadsheets;

/// <summary>The latest answer to a proposition, cell by cell: an agent changes what changed and gives the table back.</summary>
public static class AnswerCells
{
    /// <param name="status">The status in the institution's words; nothing while nobody answered.</param>
    /// <param name="latest">What was answered; which answer it corrected is left out, since the next one corrects another.</param>
    public static string Of(
        SheetColumn column,
        (string Reference, string Title) proposition,
        string? status,
        TreatmentUpdate? latest
    ) =>
        column switch
        {
            SheetColumn.Reference => proposition.Reference,
            SheetColumn.Title => proposition.Title,
            SheetColumn.CurrentStatus or SheetColumn.Status => status ?? "",
            SheetColumn.Answers => (latest?.Number ?? 0).ToString(CultureInfo.InvariantCulture),
            _ => latest is null ? "" : Answered(column, latest) ?? "",
        };

    private static string? Answered(SheetColumn column, TreatmentUpdate answer) =>
        column switch
        {
            SheetColumn.Reason => answer.Reason,
            SheetColumn.Decision => ListWords.French(ListWords.Decisions, answer.DecisionKind),
            SheetColumn.Kept => answer.Kept,
            SheetColumn.NotKept => answer.NotKept,
            SheetColumn.Ground => ListWords.French(ListWords.Grounds, answer.Ground),
            SheetColumn.WouldChange => answer.WouldChange,
            SheetColumn.PassedOnTo => answer.PassedOnTo,
            SheetColumn.EvidenceLink => answer.EvidenceLink,
            SheetColumn.EvidenceCitation => answer.EvidenceCitation,
            SheetColumn.CheckedBy => answer.CheckedBy,
            SheetColumn.Laws => answer.Laws,
            SheetColumn.Documents => answer.Documents,
            SheetColumn.SuccessMeasure => answer.SuccessMeasure,
            SheetColumn.Fidelity => ListWords.French(ListWords.Fidelities, answer.Fidelity),
            SheetColumn.NextUpdateOn => answer.NextUpdateOn?.ToString(
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture
            ),
            SheetColumn.Function => answer.Function,
            SheetColumn.MinorityReplies => PositionCell.Write(answer.Replies),
            _ => null,
        };
}

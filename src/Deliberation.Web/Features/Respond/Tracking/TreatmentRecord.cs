using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Features.Verify.OpenData;

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>
/// One proposition with its latest answer, as data: the columns of the CSV, the members of the JSON and the fields of
/// the Table Schema, in this order. A column once published keeps its name and its meaning.
/// </summary>
internal sealed class TreatmentRecord
{
    public required string Reference { get; init; }
    public required string Opinion { get; init; }
    public required int Number { get; init; }
    public required string Title { get; init; }
    public required string? Theme { get; init; }
    public required string Body { get; init; }
    public required string BodyName { get; init; }
    public required string OpenedAt { get; init; }
    public required string? FirstAnswerDueOn { get; init; }
    public required string? DueBasis { get; init; }
    public required int Answers { get; init; }
    public required string? Status { get; init; }
    public required string? StatusFr { get; init; }
    public required string? StatusEn { get; init; }
    public required string? Category { get; init; }
    public required string? AnsweredAt { get; init; }
    public required string? Reason { get; init; }
    public required string? EvidenceLink { get; init; }
    public required string? EvidenceCitation { get; init; }
    public required string? NextUpdateOn { get; init; }
    public required string? ExpectedOn { get; init; }
    public required bool Late { get; init; }
    public required int DaysLate { get; init; }
    public required string Address { get; init; }
    public required string? Decision { get; init; }
    public required string? DecisionKept { get; init; }
    public required string? DecisionNotKept { get; init; }
    public required string? RefusalGround { get; init; }
    public required string? WouldChange { get; init; }
    public required string? PassedOnTo { get; init; }
    public required string? Fidelity { get; init; }
    public required string EvidenceLevel { get; init; }
    public required bool Confirmed { get; init; }
    public required string? CheckedBy { get; init; }
    public required string? Laws { get; init; }
    public required string? SuccessMeasure { get; init; }
    public required int? Corrects { get; init; }
    public required int MinorityPositions { get; init; }
    public required int MinorityPositionsReplied { get; init; }
    public required string? ImportedFrom { get; init; }
    public required string? BroughtInAt { get; init; }
    public required string? Documents { get; init; }
    public required bool Withdrawn { get; init; }

    /// <summary>In the order of the columns.</summary>
    public object?[] Cells =>
        [
            Reference,
            Opinion,
            Number,
            Title,
            Theme,
            Body,
            BodyName,
            OpenedAt,
            FirstAnswerDueOn,
            DueBasis,
            Answers,
            Status,
            StatusFr,
            StatusEn,
            Category,
            AnsweredAt,
            Reason,
            EvidenceLink,
            EvidenceCitation,
            NextUpdateOn,
            ExpectedOn,
            Late,
            DaysLate,
            Address,
            Decision,
            DecisionKept,
            DecisionNotKept,
            RefusalGround,
            WouldChange,
            PassedOnTo,
            Fidelity,
            EvidenceLevel,
            Confirmed,
            CheckedBy,
            Laws,
            SuccessMeasure,
            Corrects,
            MinorityPositions,
            MinorityPositionsReplied,
            ImportedFrom,
            BroughtInAt,
            Documents,
            Withdrawn,
        ];

    /// <param name="site">Scheme and host, so that the address can be followed from a file.</param>
    public static TreatmentRecord Of(TreatmentRow row, DateOnly today, string site) =>
        new()
        {
            Reference = row.Reference,
            Opinion = row.Opinion,
            Number = row.Number,
            Title = row.Title,
            Theme = NotEmpty(row.Theme),
            Body = row.Body,
            BodyName = row.BodyName,
            OpenedAt = Iso.Moment(row.OpenedAt),
            FirstAnswerDueOn = Iso.Day(row.FirstAnswerDueOn),
            DueBasis = NotEmpty(row.DueBasis),
            Answers = row.Answers,
            Status = row.Status,
            StatusFr = row.StatusFrench,
            StatusEn = row.StatusEnglish,
            Category = Code(row.Category),
            AnsweredAt = row.AnsweredAt is { } answered ? Iso.Moment(answered) : null,
            Reason = row.Reason,
            EvidenceLink = row.EvidenceLink,
            EvidenceCitation = row.EvidenceCitation,
            NextUpdateOn = Iso.Day(row.NextUpdateOn),
            ExpectedOn = Iso.Day(row.ExpectedOn),
            Late = row.Wait.IsLateOn(today),
            DaysLate = row.Wait.DaysLateOn(today),
            Address = site + row.Address,
            Decision = Code(row.Latest?.DecisionKind),
            DecisionKept = row.Latest?.Kept,
            DecisionNotKept = row.Latest?.NotKept,
            RefusalGround = Code(row.Latest?.Ground),
            WouldChange = row.Latest?.WouldChange,
            PassedOnTo = row.Latest?.PassedOnTo,
            Fidelity = Code(row.Latest?.Fidelity),
            EvidenceLevel = Code<EvidenceLevel>(row.Evidence),
            Confirmed = row.Category == StatusCategory.Delivered && row.Evidence.IsConfirmed(),
            CheckedBy = row.Latest?.CheckedBy,
            Laws = row.Latest?.Laws,
            SuccessMeasure = row.Latest?.SuccessMeasure,
            Corrects = row.Latest?.Corrects,
            MinorityPositions = row.MinorityPositions,
            MinorityPositionsReplied = row.ArePositionsReplied ? row.MinorityPositions : 0,
            ImportedFrom = row.Latest?.ImportedFrom,
            BroughtInAt = Iso.MomentOrNone(row.Latest?.BroughtInAt),
            Documents = row.Latest?.Documents,
            Withdrawn = row.IsWithdrawn,
        };

    /// <summary>The name of a choice in data: <c>AcceptedInPart</c> is <c>accepted_in_part</c>.</summary>
    [return: NotNullIfNotNull(nameof(choice))]
    public static string? Code<TChoice>(TChoice? choice)
        where TChoice : struct, Enum =>
        choice is { } known ? JsonNamingPolicy.SnakeCaseLower.ConvertName(known.ToString()) : null;

    private static string? NotEmpty(string text) => text.Length == 0 ? null : text;
}

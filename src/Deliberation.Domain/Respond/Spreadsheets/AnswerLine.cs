using System.Globalization;
using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Domain.Respond.Spreadsheets;

/// <summary>Reads the answer that a line gives, and says what in it cannot be read.</summary>
internal sealed class AnswerLine(SheetLine line, StatusScheme scheme, Treatment treatment)
{
    private readonly List<Flaw> flaws = [.. line.Unreadable()];

    private static readonly SheetColumn[] Beside =
    [
        SheetColumn.Reference,
        SheetColumn.Title,
        SheetColumn.CurrentStatus,
        SheetColumn.Function,
        SheetColumn.MinorityPositions,
        SheetColumn.Answers,
    ];

    /// <summary>Has the line nothing but what names the proposition, and who would sign?</summary>
    public bool IsBlank =>
        flaws.Count == 0
        && SheetColumns.All.All(name => Beside.Contains(name.Column) || line.Text(name.Column) is null);

    /// <param name="key">The table's, so that the same table answers once.</param>
    public (TreatmentAnswer Answer, IReadOnlyList<Flaw> Flaws) Read(Guid key)
    {
        var answer = new TreatmentAnswer
        {
            Key = key,
            After = Number(SheetColumn.Answers) ?? treatment.AnswerCount,
            Status = Status(),
            Reason = line.Text(SheetColumn.Reason) ?? "",
            Function = line.Text(SheetColumn.Function) ?? "",
            EvidenceLink = line.Text(SheetColumn.EvidenceLink),
            EvidenceCitation = line.Text(SheetColumn.EvidenceCitation),
            CheckedBy = line.Text(SheetColumn.CheckedBy),
            Decision = Decided(),
            Fidelity = Chosen(SheetColumn.Fidelity, ListWords.Fidelities),
            Laws = Lasting(SheetColumn.Laws, treatment.Latest?.Laws),
            Documents = Lasting(SheetColumn.Documents, treatment.Latest?.Documents),
            SuccessMeasure = Lasting(SheetColumn.SuccessMeasure, treatment.Latest?.SuccessMeasure),
            NextUpdateOn = Promised(),
            Corrects = Number(SheetColumn.Corrects),
            Replies = Replied(),
        };
        return (answer.Tidied(), flaws);
    }

    private string Status()
    {
        var written = line.Text(SheetColumn.Status);
        var status = written is null ? null : StatusWords.Find(scheme, written);
        if (status is null && line.Cell(SheetColumn.Status).Kind is CellKind.Text or CellKind.Number)
        {
            flaws.Add(line.Flawed(TrackingRules.AStatusBelongsToTheScale, SheetColumn.Status));
        }

        return status?.Code ?? "";
    }

    // As on the form of a single answer, a table without a column keeps what lasts.
    private Decision? Decided()
    {
        if (!line.Has(SheetColumn.Decision))
        {
            return treatment.Latest?.DecisionKind == DecisionKind.Declined
                ? null
                : treatment.Latest?.Decision;
        }

        var ground = Chosen(SheetColumn.Ground, ListWords.Grounds);
        return Chosen(SheetColumn.Decision, ListWords.Decisions) is { } kind
            ? new Decision
            {
                Kind = kind,
                Kept = line.Text(SheetColumn.Kept),
                NotKept = line.Text(SheetColumn.NotKept),
                Ground = ground,
                WouldChange = line.Text(SheetColumn.WouldChange),
                PassedOnTo = line.Text(SheetColumn.PassedOnTo),
            }
            : null;
    }

    // A reply that was given stays beside its position: a table that repeats it gives it no second time.
    private PositionReplies? Replied()
    {
        if (line.Text(SheetColumn.MinorityReplies) is not { } written || WasTakenOut(written))
        {
            return null;
        }

        var replies = PositionCell.Read(written, treatment.MinorityPositions);
        Check(replies is not null, SheetRules.AReplyNamesItsPosition, SheetColumn.MinorityReplies);
        return treatment.Updates.Any(update => replies is not null && replies.Equals(update.Replies))
            ? null
            : replies;
    }

    // As it stands: a reply may well have a line of its own that begins with M2.
    private bool WasTakenOut(string written)
    {
        var cell = written.ReplaceLineEndings("\n").Trim();
        return treatment.Updates.Any(update => PositionCell.Write(update.Replies) == cell);
    }

    private string? Lasting(SheetColumn column, string? before) =>
        line.Has(column) ? line.Text(column) : before;

    private TValue? Chosen<TValue>(SheetColumn column, IReadOnlyList<ListWord<TValue>> list)
        where TValue : struct, Enum
    {
        if (line.Text(column) is not { } words)
        {
            return null;
        }

        var chosen = ListWords.Find(list, words);
        Check(chosen is not null, SheetRules.AWordIsOfItsList, column);
        return chosen;
    }

    private DateOnly? Promised()
    {
        if (line.Text(SheetColumn.NextUpdateOn) is null)
        {
            return null;
        }

        var day = SheetDate.Read(line.Cell(SheetColumn.NextUpdateOn));
        Check(day is not null, SheetRules.ADateIsWrittenInFull, SheetColumn.NextUpdateOn);
        return day;
    }

    private int? Number(SheetColumn column)
    {
        if (line.Text(column) is not { } written)
        {
            return null;
        }

        const NumberStyles Spaced = NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;
        var isNumber = int.TryParse(written, Spaced, CultureInfo.InvariantCulture, out var number);
        Check(isNumber, SheetRules.AnAnswerIsCitedByItsNumber, column);
        return number;
    }

    private void Check(bool condition, Rule rule, SheetColumn column)
    {
        if (!condition && line.Cell(column).Kind is CellKind.Text or CellKind.Number)
        {
            flaws.Add(line.Flawed(rule, column));
        }
    }
}

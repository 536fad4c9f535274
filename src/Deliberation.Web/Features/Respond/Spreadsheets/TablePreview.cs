using System.Globalization;
using Deliberation.Domain.Respond.Spreadsheets;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Features.Deliberate.Drafting;

namespace Deliberation.Web.Features.Respond.Spreadsheets;

/// <summary>What a table would change, line by line.</summary>
/// <param name="File">How it was read.</param>
/// <param name="Sheet">What was read.</param>
internal sealed record TablePreview(TableFile File, Sheet Sheet)
{
    public required IReadOnlyList<PreviewedLine> Lines { get; init; }

    /// <summary>The body in whose name it answers.</summary>
    public required Body Speaker { get; init; }

    /// <summary>How many answers each proposition had, in short.</summary>
    public required string Stamp { get; init; }

    public int Count(LineView view) => Lines.Count(line => line.View == view);

    public IEnumerable<LineView> Views => Enum.GetValues<LineView>();
}

/// <summary>What becomes of a line; the words stand in addresses.</summary>
internal enum LineView
{
    Refusees,
    Changements,
    Inchangees,
}

/// <summary>One line and what it would do now.</summary>
/// <param name="Flaws">Why it is refused.</param>
/// <param name="After">The answer that it would give; null when it gives none.</param>
internal sealed record PreviewedLine(ReadLine Read, IReadOnlyList<Flaw> Flaws, TreatmentUpdate? After)
{
    private static readonly SheetColumn[] ShownApart =
    [
        SheetColumn.Reference,
        SheetColumn.Title,
        SheetColumn.CurrentStatus,
        SheetColumn.Status,
        SheetColumn.Reason,
        SheetColumn.Answers,
    ];

    public LineView View =>
        Flaws.Count > 0 ? LineView.Refusees
        : After is null ? LineView.Inchangees
        : LineView.Changements;

    public string? Title => Read.Proposition?.Treatment.Title;

    /// <summary>The latest answer so far; null when there is none.</summary>
    public TreatmentUpdate? Before => Read.Proposition?.Treatment.Latest;

    public string? StatusBefore => WordOf(Before);

    public string? StatusAfter => WordOf(After);

    /// <summary>The other cells that the answer says otherwise, by their headings.</summary>
    public IEnumerable<ChangedCell> Changed =>
        from name in SheetColumns.All
        where !ShownApart.Contains(name.Column)
        let before = AnswerCells.Of(name.Column, ("", ""), "", Before)
        let after = AnswerCells.Of(name.Column, ("", ""), "", After)
        where before != after
        // A reply that is not given again stays.
        where name.Column != SheetColumn.MinorityReplies || after.Length > 0
        select new ChangedCell(IsFrench ? name.French : name.English, before, after);

    /// <summary>What the reason says that the one before did not, and no longer says; null for a first answer.</summary>
    public ShownDifference? Difference =>
        Before is { } before && After is { } after && before.Reason != after.Reason
            ? ShownDifference.Between(before.Reason, after.Reason)
            : null;

    private static bool IsFrench => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr";

    private string? WordOf(TreatmentUpdate? update)
    {
        var status = update is null ? null : Read.Proposition?.Scheme.Find(update.Status);
        return IsFrench ? status?.French : status?.English;
    }
}

/// <summary>A cell that changes.</summary>
internal sealed record ChangedCell(string Heading, string Before, string After);

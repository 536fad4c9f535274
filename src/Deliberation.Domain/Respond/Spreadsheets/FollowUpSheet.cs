using System.Globalization;
using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Domain.Respond.Spreadsheets;

/// <summary>A follow-up that was kept in a document: a proposition and its status on each line.</summary>
public sealed class FollowUpSheet
{
    private static readonly IReadOnlyDictionary<string, FollowUpColumn> Headings = new Dictionary<
        string,
        FollowUpColumn
    >(StringComparer.Ordinal)
    {
        ["reference"] = FollowUpColumn.Proposition,
        ["proposition"] = FollowUpColumn.Proposition,
        ["numero"] = FollowUpColumn.Proposition,
        ["number"] = FollowUpColumn.Proposition,
        ["no"] = FollowUpColumn.Proposition,
        ["n"] = FollowUpColumn.Proposition,
        ["titre"] = FollowUpColumn.Title,
        ["title"] = FollowUpColumn.Title,
        ["intitule"] = FollowUpColumn.Title,
        ["statut"] = FollowUpColumn.Status,
        ["status"] = FollowUpColumn.Status,
        ["etat"] = FollowUpColumn.Status,
        ["avancement"] = FollowUpColumn.Status,
        ["raison"] = FollowUpColumn.Reason,
        ["reason"] = FollowUpColumn.Reason,
        ["commentaire"] = FollowUpColumn.Reason,
        ["reponse"] = FollowUpColumn.Reason,
    };

    private readonly Dictionary<FollowUpColumn, int> places = [];
    private readonly List<FollowUpLine> lines = [];

    private FollowUpSheet() { }

    public IReadOnlyList<FollowUpLine> Lines => lines;

    /// <summary>Reads the headings, then the lines; stops at the first line too many.</summary>
    /// <exception cref="RuleBroken">No headings, a column twice, too many lines or columns.</exception>
    public static FollowUpSheet Read(IEnumerable<SheetRow> rows)
    {
        var sheet = new FollowUpSheet();
        foreach (var row in rows.Where(row => !row.IsEmpty))
        {
            Require(row.Cells.Count <= Sheet.MostColumns, SheetRules.ASheetIsBounded);
            if (sheet.places.Count == 0)
            {
                sheet.ReadHeadings(row);
            }
            else
            {
                Require(sheet.lines.Count < Sheet.MostLines, SheetRules.ASheetIsBounded);
                sheet.lines.Add(sheet.LineOf(row));
            }
        }

        Require(sheet.places.Count > 0, SheetRules.AFollowUpHasHeadings);
        return sheet;
    }

    private void ReadHeadings(SheetRow row)
    {
        for (var place = 0; place < row.Cells.Count; place++)
        {
            if (Headings.TryGetValue(MatchKey.Of(row.Cells[place].Text), out var column))
            {
                Require(places.TryAdd(column, place), SheetRules.AColumnComesOnce);
            }
        }

        Require(
            places.ContainsKey(FollowUpColumn.Status)
                && (
                    places.ContainsKey(FollowUpColumn.Proposition) || places.ContainsKey(FollowUpColumn.Title)
                ),
            SheetRules.AFollowUpHasHeadings
        );
    }

    private FollowUpLine LineOf(SheetRow row)
    {
        var cells = places
            .Select(column =>
                (column.Key, Place: column.Value, Cell: row.Cells.ElementAtOrDefault(column.Value))
            )
            .OrderBy(cell => cell.Place)
            .ToList();
        string? Text(FollowUpColumn column)
        {
            var text = cells.FirstOrDefault(cell => cell.Key == column).Cell.Text;
            return string.IsNullOrWhiteSpace(text) ? null : GuardedCell.Read(text).Trim();
        }

        return new FollowUpLine(
            row.Number,
            Text(FollowUpColumn.Proposition),
            Text(FollowUpColumn.Title),
            Text(FollowUpColumn.Status),
            Text(FollowUpColumn.Reason)
        )
        {
            Flaws =
            [
                .. cells
                    .Where(cell => cell.Cell.Kind is CellKind.Formula or CellKind.Error or CellKind.Merged)
                    .Select(cell => new Flaw(
                        cell.Cell.Kind == CellKind.Merged
                            ? SheetRules.ACellStandsAlone
                            : SheetRules.ACellIsWrittenOut,
                        SheetRow.Place(cell.Place, row.Number)
                    )),
            ],
        };
    }

    private static void Require(bool condition, Rule rule)
    {
        if (!condition)
        {
            throw new RuleBroken(rule);
        }
    }

    private enum FollowUpColumn
    {
        Proposition,
        Title,
        Status,
        Reason,
    }
}

/// <summary>One line of a follow-up, as it is written.</summary>
/// <param name="Number">As the spreadsheet numbers it.</param>
/// <param name="Proposition">A reference or a number.</param>
public sealed record FollowUpLine(
    int Number,
    string? Proposition,
    string? Title,
    string? Status,
    string? Reason
)
{
    /// <summary>The cells that hold something else than a text or a number.</summary>
    public IReadOnlyList<Flaw> Flaws { get; init; } = [];

    /// <summary>The proposition that the line names, by its reference, its number or its title.</summary>
    internal Treatment? Find(IReadOnlyDictionary<string, Treatment> names) =>
        names.GetValueOrDefault(MatchKey.Of(Proposition ?? ""))
        ?? names.GetValueOrDefault(MatchKey.Of(Title ?? ""));

    /// <summary>All that the propositions of an opinion go by.</summary>
    internal static IReadOnlyDictionary<string, Treatment> NamesOf(IReadOnlyList<Treatment> opinion)
    {
        var names = new Dictionary<string, Treatment>(StringComparer.Ordinal);
        foreach (var treatment in opinion)
        {
            var number = treatment.Number.ToString(CultureInfo.InvariantCulture);
            string[] own = [treatment.Reference, number, $"P{number}", $"Proposition {number}"];
            foreach (var name in own)
            {
                names.TryAdd(MatchKey.Of(name), treatment);
            }
        }

        foreach (var treatment in opinion)
        {
            names.TryAdd(MatchKey.Of(treatment.Title), treatment);
        }

        return names;
    }
}

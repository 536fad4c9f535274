namespace Deliberation.Domain.Respond.Spreadsheets;

/// <summary>A table of answers, its columns known by their headings, whatever their order.</summary>
public sealed class Sheet
{
    /// <summary>So many lines below the headings, at most.</summary>
    public const int MostLines = 5_000;

    /// <summary>So many columns, at most.</summary>
    public const int MostColumns = 200;

    private readonly Dictionary<SheetColumn, int> places = [];
    private readonly List<SheetLine> lines = [];
    private readonly List<string> ignored = [];

    private Sheet() { }

    public IReadOnlyList<SheetLine> Lines => lines;

    /// <summary>The headings that name no column.</summary>
    public IReadOnlyList<string> Ignored => ignored;

    public int HiddenLines => lines.Count(line => line.IsHidden);

    public bool Has(SheetColumn column) => places.ContainsKey(column);

    /// <summary>Reads the headings, then the lines; stops at the first line too many.</summary>
    /// <exception cref="RuleBroken">No headings, a column twice, too many lines or columns.</exception>
    public static Sheet Read(IEnumerable<SheetRow> rows)
    {
        var sheet = new Sheet();
        foreach (var row in rows)
        {
            Require(row.Cells.Count <= MostColumns, SheetRules.ASheetIsBounded);
            if (row.IsEmpty)
            {
                continue;
            }

            if (sheet.places.Count == 0)
            {
                sheet.ReadHeadings(row);
                continue;
            }

            Require(sheet.lines.Count < MostLines, SheetRules.ASheetIsBounded);
            sheet.lines.Add(sheet.LineOf(row));
        }

        Require(sheet.places.Count > 0, SheetRules.ASheetHasHeadings);
        return sheet;
    }

    private void ReadHeadings(SheetRow row)
    {
        for (var place = 0; place < row.Cells.Count; place++)
        {
            var cell = row.Cells[place];
            Require(cell.Kind is not CellKind.Merged, SheetRules.ACellStandsAlone);
            if (SheetColumns.Find(GuardedCell.Read(cell.Text)) is { } column)
            {
                Require(places.TryAdd(column, place), SheetRules.AColumnComesOnce);
            }
            else if (!cell.IsEmpty)
            {
                ignored.Add(cell.Text.Trim());
            }
        }

        Require(
            Has(SheetColumn.Reference) && Has(SheetColumn.Status) && Has(SheetColumn.Reason),
            SheetRules.ASheetHasHeadings
        );
    }

    private SheetLine LineOf(SheetRow row) =>
        new(
            row.Number,
            row.IsHidden,
            places.ToDictionary(
                place => place.Key,
                place =>
                    (
                        SheetRow.Place(place.Value, row.Number),
                        place.Value < row.Cells.Count ? row.Cells[place.Value] : SheetCell.Empty
                    )
            )
        );

    private static void Require(bool condition, Rule rule)
    {
        if (!condition)
        {
            throw new RuleBroken(rule);
        }
    }
}

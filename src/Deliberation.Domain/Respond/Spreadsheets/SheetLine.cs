namespace Deliberation.Domain.Respond.Spreadsheets;

/// <summary>One line of a table, cell by cell, with the name of each cell.</summary>
public sealed class SheetLine
{
    private readonly IReadOnlyDictionary<SheetColumn, (string Place, SheetCell Cell)> cells;

    internal SheetLine(
        int number,
        bool isHidden,
        IReadOnlyDictionary<SheetColumn, (string Place, SheetCell Cell)> cells
    )
    {
        Number = number;
        IsHidden = isHidden;
        this.cells = cells;
    }

    /// <summary>As the spreadsheet numbers it.</summary>
    public int Number { get; }

    public bool IsHidden { get; }

    /// <summary>As it is written; nothing when the cell is empty or the table has no such column.</summary>
    public string? Text(SheetColumn column)
    {
        var text = GuardedCell.Read(Cell(column).Text);
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    internal SheetCell Cell(SheetColumn column) =>
        cells.TryGetValue(column, out var found) ? found.Cell : SheetCell.Empty;

    internal bool Has(SheetColumn column) => cells.ContainsKey(column);

    internal Flaw Flawed(Rule rule, SheetColumn column) =>
        new(rule, cells.TryGetValue(column, out var found) ? found.Place : null, Text(column));

    /// <summary>The cells that hold something else than a text, a number or a date.</summary>
    internal IEnumerable<Flaw> Unreadable() =>
        from cell in cells
        orderby cell.Key
        let rule = cell.Value.Cell.Kind switch
        {
            CellKind.Formula or CellKind.Error => SheetRules.ACellIsWrittenOut,
            CellKind.Merged => SheetRules.ACellStandsAlone,
            _ => null,
        }
        where rule is not null
        select new Flaw(rule, cell.Value.Place);
}

namespace Deliberation.Domain.Respond.Spreadsheets;

/// <summary>One cell as it was found in a file.</summary>
/// <param name="CountsFrom1904">A number of days counts from 1 January 1904, as some workbooks do.</param>
public readonly record struct SheetCell(
    string Text,
    CellKind Kind = CellKind.Text,
    bool CountsFrom1904 = false
)
{
    public static readonly SheetCell Empty = new("");

    public bool IsEmpty => Kind is CellKind.Text or CellKind.Number && string.IsNullOrWhiteSpace(Text);
}

/// <summary>What a cell is made of.</summary>
public enum CellKind
{
    Text,

    /// <summary>A number; in a column of dates, days counted from 30 December 1899, or from 1 January 1904.</summary>
    Number,

    Formula,

    /// <summary>The failure of a computation: <c>#REF!</c>.</summary>
    Error,

    /// <summary>Part of a merged block.</summary>
    Merged,
}

/// <summary>One row of a file.</summary>
/// <param name="Number">As the spreadsheet numbers it, from 1.</param>
/// <param name="Cells">From column A on.</param>
public sealed record SheetRow(int Number, IReadOnlyList<SheetCell> Cells, bool IsHidden = false)
{
    internal bool IsEmpty => Cells.All(cell => cell.IsEmpty);

    /// <summary>The name of a cell: <c>D4</c>.</summary>
    public static string Place(int column, int row)
    {
        var letters = "";
        for (var rest = column; rest >= 0; rest = (rest / 26) - 1)
        {
            letters = (char)('A' + (rest % 26)) + letters;
        }

        return $"{letters}{row}";
    }
}

/// <summary>Why a line is refused, and where.</summary>
/// <param name="Place">The cell: <c>D4</c>; null when the whole line is meant.</param>
/// <param name="Written">What stood there.</param>
public sealed record Flaw(Rule Rule, string? Place = null, string? Written = null);

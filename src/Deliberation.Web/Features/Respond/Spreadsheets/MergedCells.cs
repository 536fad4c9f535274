using Deliberation.Domain;
using Deliberation.Domain.Respond.Spreadsheets;

namespace Deliberation.Web.Features.Respond.Spreadsheets;

/// <summary>The blocks of cells that were merged into one; only known after the cells themselves.</summary>
internal sealed class MergedCells
{
    // Blocks may overlap in a file made to harm: marking them all is bounded, whatever they cover.
    private const int MostMarks = 1_000_000;

    private readonly List<(int Top, int Bottom, int Left, int Right)> blocks = [];

    /// <summary>Of a block as it is written: <c>A2:C5</c>.</summary>
    public void Add(string? block)
    {
        var corners = (block ?? "").Split(':');
        if (
            corners.Length == 2
            && (ColumnOf(corners[0]), ColumnOf(corners[1])) is ({ } left, { } right)
            && (RowOf(corners[0]), RowOf(corners[1])) is ({ } top, { } bottom)
        )
        {
            Require(blocks.Count < MostMarks / 100);
            blocks.Add((top, bottom, left, Math.Min(right, Sheet.MostColumns - 1)));
        }
    }

    public IReadOnlyList<SheetRow> Mark(List<SheetRow> rows)
    {
        var marks = 0;
        foreach (var (top, bottom, left, right) in blocks)
        {
            for (
                var place = FirstFrom(rows, top);
                place < rows.Count && rows[place].Number <= bottom;
                place++
            )
            {
                var cells = (List<SheetCell>)rows[place].Cells;
                for (var column = left; column <= right; column++)
                {
                    Require(++marks <= MostMarks);
                    while (cells.Count <= column)
                    {
                        cells.Add(SheetCell.Empty);
                    }

                    cells[column] = cells[column] with { Kind = CellKind.Merged };
                }
            }
        }

        return rows;
    }

    /// <summary>From 0; null when the name of the cell says none.</summary>
    public static int? ColumnOf(string? cell)
    {
        var column = 0;
        foreach (var letter in (cell ?? "").TakeWhile(char.IsAsciiLetterUpper).Take(4))
        {
            column = (column * 26) + letter - 'A' + 1;
        }

        return column == 0 ? null : column - 1;
    }

    private static int? RowOf(string cell) =>
        int.TryParse(cell.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), out var row) ? row : null;

    private static int FirstFrom(List<SheetRow> rows, int number)
    {
        var (low, high) = (0, rows.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = rows[middle].Number < number ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static void Require(bool condition)
    {
        if (!condition)
        {
            throw new RuleBroken(SheetRules.ACellStandsAlone);
        }
    }
}

using System.Globalization;

namespace Deliberation.Domain.Respond.Spreadsheets;

/// <summary>A date as people and spreadsheets write it.</summary>
public static class SheetDate
{
    // Beyond 31 December 9999, spreadsheets themselves stop counting; those of 1904 stop four years earlier here.
    private const double LastDay = 2_957_003;

    private static readonly string[] Written = ["yyyy-MM-dd", "d/M/yyyy", "d.M.yyyy", "d-M-yyyy"];

    /// <summary>The day; null when it cannot be told. A number counts days.</summary>
    public static DateOnly? Read(SheetCell cell)
    {
        var text = cell.Text.Trim();
        if (cell.Kind == CellKind.Number)
        {
            return
                double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var days)
                && days is >= 1 and <= LastDay
                ? Origin(cell).AddDays((int)days)
                : null;
        }

        // Some write the hour too, always midnight.
        var date = text.Length > 10 && text[10] is ('T' or ' ') ? text[..10] : text;
        return DateOnly.TryParseExact(
            date,
            Written,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;
    }

    private static DateOnly Origin(SheetCell cell) =>
        cell.CountsFrom1904 ? new DateOnly(1904, 1, 1) : new DateOnly(1899, 12, 30);
}

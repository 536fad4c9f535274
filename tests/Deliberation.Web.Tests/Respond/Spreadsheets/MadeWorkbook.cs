using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Deliberation.Web.Tests.Respond.Spreadsheets;

/// <summary>Workbooks made by the library that spreadsheets themselves are checked with.</summary>
internal static class MadeWorkbook
{
    /// <param name="more">Adds to the rows, or beside them.</param>
    /// <param name="hiddenBefore">Puts a hidden sheet first.</param>
    public static byte[] Of(
        IEnumerable<Row> rows,
        Action<SheetData>? more = null,
        bool countsFrom1904 = false,
        IReadOnlyList<string>? shared = null,
        bool hiddenBefore = false
    )
    {
        using var made = new MemoryStream();
        using (var workbook = SpreadsheetDocument.Create(made, SpreadsheetDocumentType.Workbook))
        {
            var book = workbook.AddWorkbookPart();
            var sheets = new Sheets();
            book.Workbook = new Workbook(new WorkbookProperties { Date1904 = countsFrom1904 }, sheets);
            if (hiddenBefore)
            {
                Add(book, sheets, "Brouillon", new SheetData(Row(1, "Pas celle-ci"))).State =
                    SheetStateValues.Hidden;
            }

            if (shared is not null)
            {
                book.AddNewPart<SharedStringTablePart>().SharedStringTable = new SharedStringTable(
                    shared.Select(text => new SharedStringItem(new Text(text)))
                );
            }

            var data = new SheetData(rows);
            Add(book, sheets, "Suivi", data);
            more?.Invoke(data);
        }

        return made.ToArray();
    }

    public static Row Row(int number, params string[] cells) =>
        new(cells.Select((cell, place) => Text($"{(char)('A' + place)}{number}", cell)))
        {
            RowIndex = (uint)number,
        };

    public static Cell Text(string place, string text) =>
        new(new InlineString(new Text(text))) { CellReference = place, DataType = CellValues.InlineString };

    public static Cell Number(string place, string number) =>
        new() { CellReference = place, CellValue = new CellValue(number) };

    public static Cell Truth(string place) =>
        new()
        {
            CellReference = place,
            DataType = CellValues.Boolean,
            CellValue = new CellValue("1"),
        };

    public static Cell Shared(string place, int index) =>
        new()
        {
            CellReference = place,
            DataType = CellValues.SharedString,
            CellValue = new CellValue(index),
        };

    private static DocumentFormat.OpenXml.Spreadsheet.Sheet Add(
        WorkbookPart book,
        Sheets sheets,
        string name,
        SheetData data
    )
    {
        var part = book.AddNewPart<WorksheetPart>();
        part.Worksheet = new Worksheet(data);
        var sheet = new DocumentFormat.OpenXml.Spreadsheet.Sheet
        {
            Id = book.GetIdOfPart(part),
            SheetId = (uint)(sheets.ChildElements.Count + 1),
            Name = name,
        };
        sheets.Append(sheet);
        return sheet;
    }
}

using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Deliberation.Web.Features.Respond.Spreadsheets;

/// <summary>A workbook of one sheet, all of text: no cell is ever a formula.</summary>
internal static class WorkbookWriter
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string SheetName = "Suivi";

    public static async Task WriteAsync(
        Stream target,
        IAsyncEnumerable<IReadOnlyList<string>> rows,
        CancellationToken cancellationToken
    )
    {
        // A zip is not written from one end to the other: it is made aside, then sent.
        using var made = new MemoryStream();
        using (var workbook = SpreadsheetDocument.Create(made, SpreadsheetDocumentType.Workbook))
        {
            var book = workbook.AddWorkbookPart();
            var sheet = book.AddNewPart<WorksheetPart>();
            await FillAsync(sheet, rows, cancellationToken);
            var listed = new Sheet
            {
                Id = book.GetIdOfPart(sheet),
                SheetId = 1,
                Name = SheetName,
            };
            book.Workbook = new Workbook(new Sheets(listed));
        }

        made.Position = 0;
        await made.CopyToAsync(target, cancellationToken);
    }

    private static async Task FillAsync(
        WorksheetPart sheet,
        IAsyncEnumerable<IReadOnlyList<string>> rows,
        CancellationToken cancellationToken
    )
    {
        using var writer = OpenXmlWriter.Create(sheet);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(Frozen()));
        writer.WriteElement(
            new Columns(
                new Column
                {
                    Min = 1,
                    Max = 30,
                    Width = 28,
                    CustomWidth = true,
                }
            )
        );
        writer.WriteStartElement(new SheetData());
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            writer.WriteElement(new Row(row.Select(Cell)));
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    /// <summary>The headings stay in sight.</summary>
    private static SheetView Frozen() =>
        new(
            new Pane
            {
                VerticalSplit = 1,
                TopLeftCell = "A2",
                ActivePane = PaneValues.BottomLeft,
                State = PaneStateValues.Frozen,
            }
        )
        {
            WorkbookViewId = 0,
        };

    private static Cell Cell(string text) =>
        new(new InlineString(new Text(Writable(text)) { Space = SpaceProcessingModeValues.Preserve }))
        {
            DataType = CellValues.InlineString,
        };

    /// <summary>Without the few characters that XML cannot hold; the two halves of a character go together.</summary>
    private static string Writable(string text) =>
        string.Concat(text.Where(letter => char.IsSurrogate(letter) || XmlConvert.IsXmlChar(letter)));
}

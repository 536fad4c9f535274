using Deliberation.Domain;
using Deliberation.Domain.Respond.Spreadsheets;

namespace Deliberation.Web.Features.Respond.Spreadsheets;

/// <summary>The rows of a file, and what an agent should know of how it was read.</summary>
/// <param name="IsGuessed">Its encoding was not said, and guessed.</param>
internal sealed record TableFile(IEnumerable<SheetRow> Rows, bool IsGuessed)
{
    /// <summary>The sheet that was read, of a workbook that has several; null otherwise.</summary>
    public string? SheetName { get; init; }

    /// <exception cref="RuleBroken">It is neither a workbook nor text, too large, or locked.</exception>
    public static TableFile Read(byte[] file)
    {
        if (SheetFile.IsWorkbook(file))
        {
            var (rows, name) = WorkbookReader.Read(file);
            return new TableFile(rows, false) { SheetName = name };
        }

        return ReadText(file);
    }

    /// <summary>Every visible sheet of a workbook, or a text.</summary>
    /// <exception cref="RuleBroken">It is neither a workbook nor text, too large, or locked.</exception>
    public static IReadOnlyList<TableFile> ReadAll(byte[] file) =>
        SheetFile.IsWorkbook(file)
            ?
            [
                .. WorkbookReader
                    .ReadAll(file)
                    .Select(sheet => new TableFile(sheet.Rows, false) { SheetName = sheet.SheetName }),
            ]
            : [ReadText(file)];

    private static TableFile ReadText(byte[] file)
    {
        var text = SheetText.Read(file);
        return new TableFile(DelimitedText.Read(text.Text), text.IsGuessed);
    }
}

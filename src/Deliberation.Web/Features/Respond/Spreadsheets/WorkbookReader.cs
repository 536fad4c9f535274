using System.Xml;
using Deliberation.Domain;
using Deliberation.Domain.Respond.Spreadsheets;

namespace Deliberation.Web.Features.Respond.Spreadsheets;

/// <summary>
/// Reads the first visible sheet of a workbook, or each of them. By hand rather than with the library that writes them: that one loads
/// every relationship of a file, and refuses a whole workbook for one e-mail address that is not well written.
/// </summary>
internal static class WorkbookReader
{
    private const int MostSheets = 50;

    /// <returns>The rows that hold something, at most one too many; and the sheet's name when there are several.</returns>
    /// <exception cref="RuleBroken">Too large, or no workbook that can be read.</exception>
    public static (IReadOnlyList<SheetRow> Rows, string? SheetName) Read(byte[] file) =>
        Read(file, mostSheets: 1)[0];

    /// <summary>The same of each visible sheet; none more is read once there are too many rows for one table.</summary>
    public static IReadOnlyList<(IReadOnlyList<SheetRow> Rows, string? SheetName)> ReadAll(byte[] file) =>
        Read(file, MostSheets);

    private static List<(IReadOnlyList<SheetRow> Rows, string? SheetName)> Read(byte[] file, int mostSheets)
    {
        try
        {
            using var package = WorkbookPackage.Open(file);
            var book = package.LinksOf("").FirstOrDefault(link => link.Leads("officeDocument"));
            return book is null ? throw Unreadable() : Read(package, book.Path, mostSheets);
        }
        // Whatever is wrong with a file that somebody made: the agent can only give another.
        catch (Exception failure) when (failure is not (RuleBroken or OutOfMemoryException))
        {
            throw Unreadable();
        }
    }

    private static List<(IReadOnlyList<SheetRow> Rows, string? SheetName)> Read(
        WorkbookPackage package,
        string bookPath,
        int mostSheets
    )
    {
        var links = package.LinksOf(bookPath);
        var (sheets, countsFrom1904) = Contents(package, bookPath);
        var strings = links.FirstOrDefault(link => link.Leads("sharedStrings"));
        var shared = strings is null ? [] : SharedTexts.Read(package.Part(strings.Path));
        var read = new List<(IReadOnlyList<SheetRow> Rows, string? SheetName)>();
        foreach (var sheet in sheets.Where(sheet => sheet.IsVisible))
        {
            var path = links.FirstOrDefault(link => link.Id == sheet.Link && link.Leads("worksheet"))?.Path;
            if (path is null)
            {
                continue;
            }

            using var xml = package.Part(path) ?? throw Unreadable();
            var rows = new SheetXml(shared, countsFrom1904).Read(xml);
            read.Add((rows, sheets.Count > 1 ? sheet.Name : null));
            if (read.Count == mostSheets || read.Sum(one => one.Rows.Count) > Sheet.MostLines + read.Count)
            {
                break;
            }
        }

        return read.Count > 0 ? read : throw Unreadable();
    }

    private static (List<Listed> Sheets, bool CountsFrom1904) Contents(
        WorkbookPackage package,
        string bookPath
    )
    {
        using var xml = package.Part(bookPath);
        var sheets = new List<Listed>();
        var countsFrom1904 = false;
        while (xml?.Read() == true)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" })
            {
                countsFrom1904 = SheetXml.IsTrue(xml.GetAttribute("date1904"));
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "sheet" })
            {
                sheets.Add(
                    new Listed(
                        xml.GetAttribute("name") ?? "",
                        LinkOf(xml),
                        xml.GetAttribute("state") is null or "visible"
                    )
                );
            }
        }

        return (sheets, countsFrom1904);
    }

    /// <summary>The attribute <c>id</c> of the relationships; its namespace is not the same in the strict variant.</summary>
    private static string LinkOf(XmlReader xml)
    {
        for (var place = 0; place < xml.AttributeCount; place++)
        {
            xml.MoveToAttribute(place);
            if (xml.LocalName == "id" && xml.NamespaceURI.Length > 0)
            {
                var link = xml.Value;
                xml.MoveToElement();
                return link;
            }
        }

        xml.MoveToElement();
        return "";
    }

    private static RuleBroken Unreadable() => new(SheetRules.AFileCanBeRead);

    private sealed record Listed(string Name, string Link, bool IsVisible);
}

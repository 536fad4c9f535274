using System.Xml;
using Deliberation.Domain;
using Deliberation.Domain.Respond.Spreadsheets;

namespace Deliberation.Web.Features.Respond.Spreadsheets;

/// <summary>
/// Reads the first visible sheet of a workbook. By hand rather than with the library that writes them: that one loads
/// every relationship of a file, and refuses a whole workbook for one e-mail address that is not well written.
/// </summary>
internal static class WorkbookReader
{
    /// <returns>The rows that hold something, at most one too many; and the sheet's name when there are several.</returns>
    /// <exception cref="RuleBroken">Too large, or no workbook that can be read.</exception>
    public static (IReadOnlyList<SheetRow> Rows, string? SheetName) Read(byte[] file)
    {
        try
        {
            using var package = WorkbookPackage.Open(file);
            var book = package.LinksOf("").FirstOrDefault(link => link.Leads("officeDocument"));
            return book is null ? throw Unreadable() : Read(package, book.Path);
        }
        // Whatever is wrong with a file that somebody made: the agent can only give another.
        catch (Exception failure) when (failure is not (RuleBroken or OutOfMemoryException))
        {
            throw Unreadable();
        }
    }

    private static (IReadOnlyList<SheetRow> Rows, string? SheetName) Read(
        WorkbookPackage package,
        string bookPath
    )
    {
        var links = package.LinksOf(bookPath);
        var (sheets, countsFrom1904) = Contents(package, bookPath);
        var shown = sheets.FirstOrDefault(sheet =>
            sheet.IsVisible && links.Any(link => link.Id == sheet.Link && link.Leads("worksheet"))
        );
        var path = links.FirstOrDefault(link => link.Id == shown?.Link)?.Path;
        using var xml = path is null ? null : package.Part(path);
        if (xml is null)
        {
            throw Unreadable();
        }

        var strings = links.FirstOrDefault(link => link.Leads("sharedStrings"));
        var shared = strings is null ? [] : SharedTexts.Read(package.Part(strings.Path));
        var rows = new SheetXml(shared, countsFrom1904).Read(xml);
        return (rows, sheets.Count > 1 ? shown?.Name : null);
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

using System.Text;
using System.Xml;
using Deliberation.Domain;
using Deliberation.Domain.Respond.Spreadsheets;

namespace Deliberation.Web.Features.Respond.Spreadsheets;

/// <summary>The texts that the cells of a workbook point to.</summary>
internal static class SharedTexts
{
    // As many as the largest table could hold.
    private const int Most = (Sheet.MostLines + 1) * Sheet.MostColumns / 4;

    public static IReadOnlyList<string> Read(XmlReader? part)
    {
        using var xml = part;
        var texts = new List<string>();
        var text = new CellText();
        while (xml?.Read() == true)
        {
            text.Follow(xml);
            if (xml.LocalName == "si" && (xml.NodeType == XmlNodeType.EndElement || xml.IsEmptyElement))
            {
                if (texts.Count == Most)
                {
                    throw new RuleBroken(SheetRules.ASheetIsBounded);
                }

                texts.Add(text.Take());
            }
        }

        return texts;
    }
}

/// <summary>Gathers the text of one cell as its XML goes by: values and texts, without the reading aids of Japanese.</summary>
internal sealed class CellText
{
    // What a spreadsheet lets one type in a cell, and one more, so that a longer text is refused rather than cut.
    private const int Longest = 32_768;

    private readonly StringBuilder text = new();
    private bool isText;
    private bool isAid;

    public void Follow(XmlReader xml)
    {
        switch (xml.NodeType)
        {
            case XmlNodeType.Element when xml.LocalName is "v" or "t":
                isText = !xml.IsEmptyElement && !isAid;
                break;
            case XmlNodeType.Element when xml.LocalName == "rPh":
                isAid = !xml.IsEmptyElement;
                break;
            case XmlNodeType.EndElement:
                isAid &= xml.LocalName != "rPh";
                isText = false;
                break;
            case XmlNodeType.Text
            or XmlNodeType.CDATA
            or XmlNodeType.Whitespace
            or XmlNodeType.SignificantWhitespace when isText && text.Length < Longest:
                text.Append(xml.Value.AsSpan(0, Math.Min(xml.Value.Length, Longest - text.Length)));
                break;
        }
    }

    /// <summary>The text so far, then begins again. Characters that XML cannot hold are written <c>_x000D_</c>.</summary>
    public string Take()
    {
        var taken = text.ToString();
        text.Clear();
        isText = isAid = false;
        return taken.Contains("_x", StringComparison.Ordinal) ? XmlConvert.DecodeName(taken)! : taken; // was not null
    }
}

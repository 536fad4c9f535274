using AngleSharp.Dom;

namespace Deliberation.Web.Platform.Text;

/// <summary>Gives footnotes their French names and addresses of their own text: Markdig's say nothing aloud and clash on a page.</summary>
internal static class FootnoteNames
{
    public static void Give(IElement body, string prefix)
    {
        foreach (var element in body.QuerySelectorAll("[id^='fn']"))
        {
            element.Id = Renamed(element.Id!, prefix); // selected by its id
        }
        foreach (var link in body.QuerySelectorAll("a.footnote-ref, a.footnote-back-ref"))
        {
            link.SetAttribute("href", "#" + Renamed(link.GetAttribute("href")?.TrimStart('#') ?? "", prefix));
            Name(link);
        }
        foreach (var notes in body.QuerySelectorAll("div.footnotes"))
        {
            AsSection(notes);
        }
    }

    private static string Renamed(string id, string prefix) =>
        id.Replace("fnref:", prefix + "-appel-", StringComparison.Ordinal)
            .Replace("fn:", prefix + "-note-", StringComparison.Ordinal);

    private static void Name(IElement link)
    {
        var isReturn = link.ClassList.Contains("footnote-back-ref");
        var number = isReturn ? link.Closest("li")?.Id?.Split('-')[^1] : link.TextContent.Trim();
        link.SetAttribute(
            "aria-label",
            isReturn ? $"Retour à l’appel de la note {number}" : $"Note {number}"
        );
    }

    private static void AsSection(IElement notes)
    {
        var section = notes.Owner!.CreateElement("section"); // an element of a document has an owner
        section.ClassName = "footnotes";
        section.SetAttribute("aria-label", "Notes");
        section.Append([.. notes.ChildNodes.Where(node => node is not IElement { LocalName: "hr" })]);
        notes.Replace(section);
    }
}

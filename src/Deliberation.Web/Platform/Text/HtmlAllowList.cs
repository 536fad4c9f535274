using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Deliberation.Web.Platform.Text;

/// <summary>The second wall: only known elements and attributes leave, whatever the first let through.</summary>
internal static class HtmlAllowList
{
    private static readonly HashSet<string> Elements = new(
        "h2 h3 h4 h5 h6 p br hr em strong code pre blockquote ul ol li a sup table thead tbody tr th td section".Split(
            ' '
        ),
        StringComparer.Ordinal
    );

    private static readonly Regex Language = new(
        "^language-[a-z0-9+#-]{1,30}$",
        RegexOptions.NonBacktracking
    );
    private static readonly Regex Align = new(
        "^text-align: (?<side>left|center|right);$",
        RegexOptions.NonBacktracking
    );

    public static string Clean(string html, string prefix)
    {
        var body = new HtmlParser().ParseDocument($"<body>{html}").Body!; // a parsed document always has a body
        FootnoteNames.Give(body, prefix);
        foreach (var element in body.QuerySelectorAll("*").ToList())
        {
            if (element.NamespaceUri != NamespaceNames.HtmlUri || !Elements.Contains(element.LocalName))
            {
                element.Remove();
            }
            else
            {
                CleanAttributes(element, prefix);
            }
        }
        return FinishLinks(body, prefix).ChildNodes.ToHtml();
    }

    private static void CleanAttributes(IElement element, string prefix)
    {
        if (element.LocalName is "th" or "td" && element.GetAttribute("style") is { } style)
        {
            KeepAlignment(element, style);
        }
        foreach (var attribute in element.Attributes.ToList())
        {
            if (!IsAllowed(element.LocalName, attribute.Name, attribute.Value, prefix))
            {
                element.RemoveAttribute(attribute.Name);
            }
        }
        if (element.LocalName == "th")
        {
            element.SetAttribute("scope", "col");
        }
    }

    // No inline style passes the content security policy: the alignment becomes a class.
    private static void KeepAlignment(IElement cell, string style)
    {
        if (Align.Match(style) is { Success: true } match)
        {
            cell.ClassName = $"align-{match.Groups["side"].Value}";
        }
    }

    private static bool IsAllowed(string element, string name, string value, string prefix) =>
        (element, name) switch
        {
            (_, "id") => value.StartsWith(prefix + "-", StringComparison.Ordinal),
            ("a", "href") => LinkPolicy.Allows(value),
            ("a", "class") => value is "footnote-ref" or "footnote-back-ref",
            ("a" or "section", "aria-label") => true,
            ("section", "class") => value == "footnotes",
            ("code", "class") => Language.IsMatch(value),
            ("ol", "start") => int.TryParse(value, out _),
            ("th" or "td", "class") => value is "align-left" or "align-center" or "align-right",
            _ => false,
        };

    private static IElement FinishLinks(IElement body, string prefix)
    {
        var ids = body.QuerySelectorAll("[id]")
            .Select(element => element.Id)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var link in body.QuerySelectorAll("a").ToList())
        {
            var href = link.GetAttribute("href") ?? "";
            if (href.StartsWith('#') && Place(href[1..], prefix, ids) is { } place)
            {
                link.SetAttribute("href", "#" + place);
            }
            else if (href.Length == 0 || href[0] == '#')
            {
                link.Replace([.. link.ChildNodes]);
            }
            else if (LinkPolicy.IsWeb(href))
            {
                link.SetAttribute("rel", "noopener noreferrer nofollow");
            }
        }
        return body;
    }

    // Authors write the heading as they see it (#Préambule); its address is plain and carries the prefix.
    private static string? Place(string target, string prefix, HashSet<string?> ids)
    {
        var plain = $"{prefix}-{HeadingIds.Slug(Uri.UnescapeDataString(target))}";
        return ids.Contains(target) ? target
            : ids.Contains(plain) ? plain
            : null;
    }
}

using System.Text;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Deliberation.Web.Platform.Text;

/// <summary>The first wall: what is taken out of the parsed text, and where its headings go.</summary>
internal static class MarkdownTree
{
    private const int LowestHeading = 6;

    /// <summary>A forbidden link leaves its words, an image its description.</summary>
    public static void RemoveForbiddenLinks(MarkdownDocument document)
    {
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            if (link.IsImage || !LinkPolicy.Allows(link.Url))
            {
                Unwrap(link);
            }
        }
        foreach (var link in document.Descendants<AutolinkInline>().ToList())
        {
            if (!LinkPolicy.Allows(link.IsEmail ? "mailto:" + link.Url : link.Url))
            {
                link.ReplaceBy(new LiteralInline(link.Url));
            }
        }
    }

    public static IReadOnlyList<TextHeading> PlaceHeadings(
        MarkdownDocument document,
        string prefix,
        int under
    )
    {
        var blocks = document.Descendants<HeadingBlock>().ToList();
        var shift = under + 1 - (blocks.Count == 0 ? 0 : blocks.Min(heading => heading.Level));
        var ids = new HeadingIds(prefix);
        var headings = new List<TextHeading>();
        foreach (var block in blocks)
        {
            var text = WordsOf(block);
            block.Level = Math.Clamp(block.Level + shift, 2, LowestHeading);
            headings.Add(new(block.Level, ids.Next(text), text));
            block.GetAttributes().Id = headings[^1].Id;
        }
        return headings;
    }

    private static void Unwrap(LinkInline link)
    {
        while (link.FirstChild is { } child)
        {
            child.Remove();
            link.InsertBefore(child);
        }
        link.Remove();
    }

    private static string WordsOf(HeadingBlock heading)
    {
        var words = new StringBuilder();
        foreach (var inline in heading.Inline?.Descendants() ?? [])
        {
            _ = inline switch
            {
                LiteralInline literal => words.Append(literal.Content.AsSpan()),
                CodeInline code => words.Append(code.Content),
                AutolinkInline link => words.Append(link.Url),
                HtmlEntityInline entity => words.Append(entity.Transcoded.AsSpan()),
                LineBreakInline => words.Append(' '),
                _ => words,
            };
        }
        return words.ToString().Trim();
    }
}

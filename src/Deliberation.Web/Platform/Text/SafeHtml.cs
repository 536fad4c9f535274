using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Deliberation.Web.Platform.Text;

/// <summary>A heading of a text, for its table of contents.</summary>
/// <param name="Level">As rendered, from 2 to 6.</param>
internal sealed record TextHeading(int Level, string Id, string Text);

/// <summary>HTML that went through both walls: a page may write it as it is.</summary>
internal sealed class SafeHtml : IHtmlContent
{
    private SafeHtml(string html, IReadOnlyList<TextHeading> headings) => (Html, Headings) = (html, headings);

    public string Html { get; }

    public IReadOnlyList<TextHeading> Headings { get; }

    /// <summary>What the renderer made earlier and we kept; nothing else may be passed here.</summary>
    public static SafeHtml Kept(string html, IReadOnlyList<TextHeading> headings) => new(html, headings);

    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(Html);

    public override string ToString() => Html;
}

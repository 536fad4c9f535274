using System.Text;
using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Renderers;
using Markdig.Syntax;

namespace Deliberation.Web.Platform.Text;

/// <summary>
/// Turns a published text into HTML, once, when it is saved. Two walls: an explicit list of extensions over a checked tree,
/// then <see cref="HtmlAllowList"/> over the output, because Markdig is a processor and not a sanitizer.
/// </summary>
internal static class MarkdownRenderer
{
    public const int MostHtmlBytes = 400_000;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);
    private static readonly SemaphoreSlim Places = new(Math.Max(2, Environment.ProcessorCount));

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePipeTables()
        .UseFootnotes()
        .UseAutoLinks(new AutoLinkOptions { UseHttpsForWWWLinks = true })
        .Build();

    /// <param name="prefix">Begins every id, so that two texts share a page.</param>
    /// <param name="under">The level of the page's heading above the text: the highest heading of the text comes one below.</param>
    /// <exception cref="MarkdownRefused">The text passes a bound, or too many are being rendered.</exception>
    public static SafeHtml Render(string markdown, string prefix = "texte", int under = 2)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        MarkdownGuard.Check(markdown);
        if (!Places.Wait(LongestWait))
        {
            throw new MarkdownRefused(MarkdownRefusal.Busy);
        }
        try
        {
            return RenderChecked(markdown, prefix, under);
        }
        catch (ArgumentException error)
            when (error.Message.Contains("too deeply nested", StringComparison.Ordinal))
        {
            throw new MarkdownRefused(MarkdownRefusal.TooDeep, error);
        }
        finally
        {
            Places.Release();
        }
    }

    private static SafeHtml RenderChecked(string markdown, string prefix, int under)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        MarkdownTree.RemoveForbiddenLinks(document);
        var headings = MarkdownTree.PlaceHeadings(document, prefix, under);
        var html = HtmlAllowList.Clean(Write(document), prefix);
        return Encoding.UTF8.GetByteCount(html) <= MostHtmlBytes
            ? SafeHtml.Kept(html, headings)
            : throw new MarkdownRefused(MarkdownRefusal.ResultTooLarge);
    }

    private static string Write(MarkdownDocument document)
    {
        using var writer = new BoundedWriter(MostHtmlBytes);
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.Render(document);
        return writer.ToString();
    }
}

using Deliberation.Domain;
using Deliberation.Domain.Publish.Opinions;
using Deliberation.Web.Platform.Text;

namespace Deliberation.Web.Features.Publish.Opinions;

/// <summary>The texts of an edition as HTML, by their place in it.</summary>
internal sealed class EditionTexts
{
    public const string Preamble = "preamble";
    public const string Introduction = "introduction";
    public const string Conclusion = "conclusion";
    public const string AdoptionNote = "adoption";
    public const string SourceNote = "source";
    public const string CorrectionNote = "correction";

    private readonly IReadOnlyDictionary<string, string> html;

    private EditionTexts(IReadOnlyDictionary<string, string> html) => this.html = html;

    /// <summary>Null when the edition has no such text.</summary>
    public SafeHtml? this[string place] =>
        html.TryGetValue(place, out var text) ? SafeHtml.Kept(text, []) : null;

    public static string Section(int position) => $"section-{position}";

    public static string Body(int number) => $"proposition-{number}";

    public static string Rationale(int number) => $"rationale-{number}";

    /// <summary>As it was rendered and kept when the edition was published.</summary>
    public static EditionTexts Kept(IEnumerable<RenderedText> texts) =>
        new(texts.ToDictionary(text => text.Place, text => text.Html, StringComparer.Ordinal));

    /// <summary>Rendered now, in the same way as at publication.</summary>
    /// <exception cref="RuleBroken">A text asks for more than can be shown.</exception>
    public static EditionTexts Render(Edition edition)
    {
        try
        {
            return new(
                Sources(edition)
                    .Where(text => text.Markdown.Length > 0)
                    .ToDictionary(
                        text => text.Place,
                        text => MarkdownRenderer.Render(text.Markdown, text.Place, text.Under).Html,
                        StringComparer.Ordinal
                    )
            );
        }
        catch (MarkdownRefused)
        {
            throw new RuleBroken(OpinionRules.APublishedTextCanBeShown);
        }
    }

    public IEnumerable<RenderedText> Keep(Edition edition) =>
        html.Select(text => new RenderedText
        {
            OpinionId = edition.OpinionId,
            EditionNumber = edition.Number,
            Place = text.Key,
            Html = text.Value,
        });

    private static IEnumerable<(string Place, string Markdown, int Under)> Sources(Edition edition) =>
        [
            (Preamble, edition.Preamble, 2),
            (Introduction, edition.Introduction, 2),
            (Conclusion, edition.Conclusion, 2),
            (AdoptionNote, edition.AdoptionNote, 2),
            (SourceNote, edition.SourceNote, 2),
            (CorrectionNote, edition.CorrectionNote, 2),
            .. edition.Sections.Select(section => (Section(section.Position), section.Prose, 2)),
            .. edition.Propositions.Select(request => (Body(request.Number), request.Body, 3)),
            .. edition.Propositions.Select(request => (Rationale(request.Number), request.Rationale, 3)),
        ];
}

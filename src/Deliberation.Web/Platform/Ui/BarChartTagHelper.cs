using System.Globalization;
using Deliberation.Web.Platform.Localization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Deliberation.Web.Platform.Ui;

/// <summary>One bar: its word, its figure, and the category that gives it colour and weave (none: the service's own).</summary>
/// <param name="Pattern">The name of its own weave; the category’s when it has none.</param>
public sealed record Bar(string Label, double Value, string? Category = null, string? Pattern = null);

/// <summary>
/// <c>&lt;bar-chart id="…" title="…" sentence="…" bars="@Model.Bars" heading="Propositions" /&gt;</c>: one sentence, a drawing, and a
/// table with the same figures.
/// </summary>
[HtmlTargetElement("bar-chart", Attributes = "bars", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BarChartTagHelper : TagHelper
{
    private static readonly FeatureTexts T = new();

    /// <summary>Unique in the page: the weaves are named after it.</summary>
    public string Id { get; set; } = "chart";

    public string Title { get; set; } = "";

    /// <summary>What the figures say, in one sentence.</summary>
    public string Sentence { get; set; } = "";

    public IReadOnlyList<Bar> Bars { get; set; } = [];

    /// <summary>What is counted, as the heading of the table's figures.</summary>
    public string? Heading { get; set; }

    /// <summary>What each bar is, as the heading of the table's lines.</summary>
    public string? RowHeading { get; set; }

    /// <summary>The figure of a full bar; by default the largest one.</summary>
    public double? Full { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Skin.Chart);
        output.Attributes.SetAttribute("id", Id);
        output.Content.AppendHtml(
            "figcaption"
                .Of()
                .Holding("p".Of(Skin.ChartTitle).Holding(Title), "p".Of(Skin.ChartSentence).Holding(Sentence))
        );
        output.Content.AppendHtml(Drawing());
        output.Content.AppendHtml(
            "details".Of().Holding("summary".Of().Holding(T["Voir les chiffres en tableau"]), Table())
        );
    }

    private TagBuilder Drawing()
    {
        var full = Math.Max(Full ?? Bars.Select(bar => bar.Value).DefaultIfEmpty().Max(), double.Epsilon);
        var rows = Bars.Select(
            (bar, place) => BarDrawing.Row(bar, Math.Clamp(bar.Value / full, 0, 1), $"{Id}-weave-{place + 1}")
        );
        return "div".Of(Skin.ChartBars).With("aria-hidden", "true").Holding(rows);
    }

    private TagBuilder Table() =>
        "table"
            .Of()
            .Holding(
                "caption".Of().Holding(Title),
                "thead"
                    .Of()
                    .Holding(
                        "tr"
                            .Of()
                            .Holding(
                                Head(RowHeading ?? T["Réponse"], skin: null),
                                Head(Heading ?? T["Nombre"], Skin.Number)
                            )
                    ),
                "tbody".Of().Holding(Bars.Select(Line))
            );

    private static TagBuilder Head(string word, string? skin) =>
        "th".Of(skin).With("scope", "col").Holding(word);

    private static IHtmlContent Line(Bar bar) =>
        "tr"
            .Of()
            .Holding(
                "th".Of().With("scope", "row").Holding(bar.Label),
                "td".Of(Skin.Number).Holding(BarDrawing.Figure(bar.Value))
            );
}

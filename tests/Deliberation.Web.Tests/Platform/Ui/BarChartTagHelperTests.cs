using AngleSharp.Dom;
using Deliberation.Web.Platform.Ui;

namespace Deliberation.Web.Tests.Platform.Ui;

public sealed class BarChartTagHelperTests
{
    private readonly BarChartTagHelper chart = new()
    {
        Id = "treatments",
        Title = "Traitement des propositions",
        Sentence = "Un tiers est réalisé.",
        Heading = "Propositions",
        Bars =
        [
            new Bar("Réalisées", 20, "Delivered"),
            new Bar("Non retenues", 5, "Declined"),
            new Bar("Autres", 1234.5),
        ],
        Full = 40,
    };

    [Fact]
    public async Task A_chart_is_a_sentence_a_drawing_and_a_table_with_the_same_figures()
    {
        var figure = (await chart.AsElementAsync()).QuerySelector("figure#treatments")!;

        Assert.Equal(
            "Traitement des propositions Un tiers est réalisé.",
            Paragraphs(figure.QuerySelector("figcaption")!)
        );
        Assert.NotNull(figure.QuerySelector(".chart-bars[aria-hidden=true]"));
        Assert.Equal(Values(figure, ".chart-value"), Values(figure, "td.number"));
        Assert.Equal(
            ["20", "5", "1\u202f234,5"],
            figure.QuerySelectorAll("td").Select(cell => cell.TextContent)
        );
    }

    [Fact]
    public async Task A_bar_is_as_long_as_its_share_and_has_its_own_weave()
    {
        var bars = (await chart.AsElementAsync()).QuerySelectorAll(".chart-bar");

        Assert.Equal(["50%", "12.5%", "100%"], bars.Select(bar => bar.GetAttribute("width")!));
        Assert.Equal("url(#treatments-weave-2)", bars[1].GetAttribute("fill"));
    }

    [Fact]
    public async Task Nothing_is_styled_inline() =>
        Assert.Empty((await chart.AsElementAsync()).QuerySelectorAll("[style], style"));

    [Fact]
    public async Task Nothing_counted_is_still_a_chart()
    {
        var body = await new BarChartTagHelper { Bars = [new Bar("Réalisées", 0)] }.AsElementAsync();

        Assert.Equal("0%", body.QuerySelector(".chart-bar")!.GetAttribute("width"));
    }

    private static string Paragraphs(IElement caption) =>
        string.Join(' ', caption.QuerySelectorAll("p").Select(Rendered.Words));

    private static IEnumerable<string> Values(IElement figure, string selector) =>
        figure.QuerySelectorAll(selector).Select(Rendered.Words);
}

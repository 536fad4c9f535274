using Deliberation.Web.Platform.Ui;

namespace Deliberation.Web.Tests.Platform.Ui;

public sealed class WayfindingTests
{
    [Fact]
    public async Task The_way_starts_at_home()
    {
        var body = await new BreadcrumbTagHelper().AsElementAsync("<li>Suivi</li>");

        Assert.Equal("Vous êtes ici", body.QuerySelector("nav.breadcrumb")!.GetAttribute("aria-label"));
        Assert.Equal(["Accueil", "Suivi"], body.QuerySelectorAll("ol > li").Select(Rendered.Words));
    }

    [Fact]
    public async Task The_page_itself_is_not_a_link()
    {
        var here = await new CrumbTagHelper().AsElementAsync("Proposition 12");
        var above = await new CrumbTagHelper { Href = "/suivi" }.AsElementAsync("Suivi");

        Assert.NotNull(here.QuerySelector("li > span[aria-current=page]"));
        Assert.Equal("/suivi", above.QuerySelector("li > a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_pager_keeps_the_filters()
    {
        var pager = new PagerTagHelper
        {
            Page = 4,
            Pages = 12,
            ViewContext = Rendered.At("/suivi", "?theme=acces&p=4"),
        };

        var body = await pager.AsElementAsync();

        Assert.Equal("?theme=acces&p=5", body.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.Equal("Page 4", body.QuerySelector("a[aria-current=page]")!.Words());
        Assert.Equal(
            ["Précédente", "Page 1", "…", "Page 3", "Page 4", "Page 5", "…", "Page 12", "Suivante"],
            body.QuerySelectorAll("li").Select(Rendered.Words)
        );
    }

    [Fact]
    public async Task A_single_page_needs_no_pager()
    {
        var body = await new PagerTagHelper
        {
            Pages = 1,
            ViewContext = Rendered.At("/suivi"),
        }.AsElementAsync();

        Assert.Empty(body.InnerHtml);
    }

    [Fact]
    public async Task The_tab_of_the_page_is_current()
    {
        var here = await new TabTagHelper
        {
            Href = "/avis/a",
            ViewContext = Rendered.At("/avis/a"),
        }.AsElementAsync("Texte");
        var beside = await new TabTagHelper
        {
            Href = "/avis/b",
            ViewContext = Rendered.At("/avis/a"),
        }.AsElementAsync("Votes");

        Assert.Equal("page", here.QuerySelector("li > a")!.GetAttribute("aria-current"));
        Assert.Null(beside.QuerySelector("li > a")!.GetAttribute("aria-current"));
    }

    [Fact]
    public async Task Tabs_are_a_named_list_of_links()
    {
        var body = await new TabsTagHelper { Label = "Parties de l’avis" }.AsElementAsync("<li></li>");

        Assert.NotNull(body.QuerySelector("nav.tabs[aria-label='Parties de l’avis'] > ul > li"));
    }
}

using System.Net;
using Deliberation.Testing;
using Deliberation.Web.Tests.Platform.Ui;

namespace Deliberation.Web.Tests.Shared;

public sealed class LayoutTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task Every_page_has_a_way_to_skip_and_two_silent_regions()
    {
        var page = await product.Browse().GoAsync("/nulle-part");

        Assert.Equal("#contenu", page.Document.QuerySelector("body > a.skip-link")!.GetAttribute("href"));
        Assert.NotNull(page.Document.QuerySelector("main#contenu[tabindex='-1']"));
        Assert.Equal("", page.Document.QuerySelector("#live-status[role=status]")!.TextContent);
        Assert.Equal("", page.Document.QuerySelector("#live-alert[role=alert]")!.TextContent);
    }

    [Fact]
    public async Task The_six_parts_of_the_service_are_always_in_view()
    {
        var page = await product.Browse().GoAsync("/nulle-part");

        var parts = page.Document.QuerySelectorAll("nav.site-nav a").Select(Rendered.Words);
        Assert.Equal(["Dispositifs", "Avis", "Suivi", "Retours", "Registre", "Données"], parts);
    }

    [Fact]
    public async Task The_language_switch_leads_back_to_the_same_address()
    {
        var page = await product.Browse().GoAsync("/nulle-part?theme=acces");

        var link = page.Document.QuerySelector(".site-tools a[hreflang=en]")!;
        Assert.Equal("/nulle-part?theme=acces&langue=en", link.GetAttribute("href"));
        Assert.Equal("en", link.GetAttribute("lang"));
    }

    [Fact]
    public async Task The_bundle_is_served_and_nothing_is_inline()
    {
        var browser = product.Browse();
        var page = await browser.GoAsync("/nulle-part");

        foreach (var address in Bundle(page))
        {
            Assert.Equal(HttpStatusCode.OK, (await browser.Client.GetAsync(address)).StatusCode);
        }

        Assert.Empty(page.Document.QuerySelectorAll("style, [style], script:not([src]), [onclick]"));
    }

    [Fact]
    public async Task The_footer_says_that_the_site_is_not_yet_compliant()
    {
        var page = await product.Browse().GoAsync("/nulle-part");

        Assert.Equal(
            "Accessibilité : non conforme",
            page.Document.QuerySelector("footer a[href='/accessibilite']")!.Words()
        );
        Assert.Null(page.Document.QuerySelector(".banner"));
    }

    private static IEnumerable<string> Bundle(Page page) =>
        page
            .Document.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], link[rel=preload]")
            .Select(link => link.GetAttribute("href")!)
            .Concat(page.Document.QuerySelectorAll("script").Select(script => script.GetAttribute("src")!));
}

using System.Net;
using Deliberation.Testing;

namespace Deliberation.Web.Tests.Information;

public sealed class PagesTests(Product product) : IClassFixture<Product>
{
    [Theory]
    [InlineData("/aide", "Aide", "Help")]
    [InlineData("/accessibilite", "Déclaration d’accessibilité", "Accessibility statement")]
    [InlineData("/mentions-legales", "Mentions légales", "Legal notice")]
    [InlineData("/donnees-personnelles", "Données personnelles", "Personal data")]
    [InlineData("/cookies", "Cookies", "Cookies")]
    [InlineData("/plan-du-site", "Plan du site", "Site map")]
    [InlineData("/statistiques", "Statistiques", "Statistics")]
    [InlineData("/recherche", "Rechercher", "Search")]
    [InlineData("/contact", "Contact", "Contact")]
    public async Task A_page_reads_in_both_languages(string address, string french, string english)
    {
        var browser = product.Browse();

        var inFrench = await browser.GoAsync(address);
        var inEnglish = await browser.GoAsync($"{address}?langue=en");

        Assert.Equal(HttpStatusCode.OK, inFrench.Status);
        Assert.Equal(french, inFrench.Heading);
        Assert.Equal("fr", inFrench.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal(english, inEnglish.Heading);
        Assert.Equal("en", inEnglish.Document.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task The_service_says_it_is_not_compliant_until_an_audit_says_otherwise()
    {
        var page = await product.Browse().GoAsync("/accessibilite");

        Assert.Contains("est non conforme au référentiel", page.Words, StringComparison.Ordinal);
        Assert.Contains("Défenseur des droits", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_cookie_that_a_browser_receives_is_on_the_list()
    {
        var browser = product.Browse();
        var listed = await browser.GoAsync("/cookies");

        var received = new List<string>();
        foreach (
            var address in new[] { "/?langue=en", "/contact", "/connexion", "/retours/donner", "/recherche" }
        )
        {
            var page = await browser.GoAsync(address);
            received.AddRange(
                page.Response.Headers.TryGetValues("Set-Cookie", out var cookies)
                    ? cookies.Select(cookie => cookie.Split('=')[0])
                    : []
            );
        }

        Assert.Contains("langue", received);
        Assert.All(received, name => Assert.Contains(name, listed.Words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_share_of_too_few_is_not_told()
    {
        var page = await product.Browse().GoAsync("/statistiques");

        Assert.Contains("nombre insuffisant", page.Words, StringComparison.Ordinal);
    }
}

using System.Net;
using System.Xml.Linq;
using Deliberation.Testing;

namespace Deliberation.Web.Tests.Information;

public sealed class MachineFilesTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task Robots_are_told_where_the_map_is()
    {
        var page = await product.Browse().GoAsync("/robots.txt");

        Assert.Contains("Sitemap: https://localhost/sitemap.xml", page.Text, StringComparison.Ordinal);
        Assert.Contains("Disallow: /retours/suivre/", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_finds_a_hole_is_told_whom_to_write_to()
    {
        var page = await product.Browse().GoAsync("/.well-known/security.txt");

        Assert.Equal("text/plain", page.Response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Contact: mailto:contact@example.org", page.Text, StringComparison.Ordinal);
        Assert.Contains("Expires: ", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_map_lists_what_is_published()
    {
        var space = await Given.SpaceAsync(product);

        var page = await product.Browse().GoAsync("/sitemap.xml");

        var addresses = XDocument.Parse(page.Text).Descendants().Where(node => node.Name.LocalName == "loc");
        Assert.Contains(
            $"https://localhost/dispositifs/{space.Slug}",
            addresses.Select(address => address.Value)
        );
    }

    [Fact]
    public async Task A_map_beyond_the_last_is_not_found() =>
        Assert.Equal(HttpStatusCode.NotFound, (await product.Browse().GoAsync("/sitemap/9.xml")).Status);

    [Theory]
    [InlineData("/avis.atom")]
    [InlineData("/suivi.atom")]
    [InlineData("/registre.atom")]
    public async Task A_feed_is_well_formed(string address)
    {
        var page = await product.Browse().GoAsync(address);

        var feed = XDocument.Parse(page.Text).Root!;
        Assert.Equal("application/atom+xml", page.Response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("feed", feed.Name.LocalName);
        Assert.Contains(feed.Elements(), node => node.Name.LocalName == "updated");
    }
}

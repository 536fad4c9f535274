using System.Net;
using System.Text.Json;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Testing;
using Deliberation.Web.Features.Verify.OpenData;

namespace Deliberation.Web.Tests.Verify.OpenData;

public sealed class PageDataTests(Product product) : IClassFixture<Product>
{
    [Theory]
    [InlineData("/dispositifs")]
    [InlineData("/avis")]
    [InlineData("/suivi")]
    [InlineData("/retours")]
    [InlineData("/statistiques")]
    public async Task A_public_page_says_where_its_data_are(string page)
    {
        var browser = product.Browse();
        var link = (await browser.GoAsync(page)).Document.QuerySelector(
            "link[rel=alternate][type='application/json']"
        );

        var data = await browser.Client.GetAsync(link?.GetAttribute("href"));

        Assert.Equal(HttpStatusCode.OK, data.StatusCode);
        Assert.Equal("application/json", data.Content.Headers.ContentType?.MediaType);
        using var read = JsonDocument.Parse(await data.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_space_as_data_names_only_those_who_chose_to_be_named()
    {
        var space = await Given.SpaceAsync(product);
        await Given.InSpaceAsync(product, space.Id, SpaceRole.Member, "Discrète");

        var page = await product.Browse().GoAsync($"/dispositifs/{space.Slug}.json");

        Assert.Contains("\"commissioned_by\":\"Le ministère\"", page.Text, StringComparison.Ordinal);
        Assert.Contains("\"unnamed_members\":1", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Discrète", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(space.Id.ToString(), page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/dispositifs/inconnu.json")]
    [InlineData("/dispositifs/inconnu/contributions.json")]
    [InlineData("/avis/inconnu/propositions/1.json")]
    [InlineData("/retours/RU-2026-1.json")]
    [InlineData("/registre/999999.json")]
    public async Task What_is_not_there_has_no_data(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await product.Browse().GoAsync(address)).Status);

    [Fact]
    public async Task The_register_is_told_in_words_to_feed_readers_in_their_language()
    {
        var followed = await Given.FollowedOpinionAsync(product);

        var french = await product.Browse().GoAsync("/registre.atom");
        var english = await product.Browse().GoAsync("/registre.atom?langue=en");

        Assert.Contains(
            $"La proposition {followed.Proposition(3)} attend une réponse",
            french.Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("TreatmentOpened", french.Text, StringComparison.Ordinal);
        Assert.NotNull(french.Response.Content.Headers.LastModified);
        Assert.Contains("xml:lang=\"en\"", english.Text, StringComparison.Ordinal);
        Assert.Contains("Public register", english.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_description_of_the_api_names_every_address_of_data()
    {
        var page = await product.Browse().GoAsync("/api/v1/openapi.json");
        using var document = JsonDocument.Parse(page.Text);
        var paths = document.RootElement.GetProperty("paths");

        foreach (
            var address in new[]
            {
                "/api/v1/treatments",
                "/api/v1/opinions/{slug}/treatments",
                "/api/v1/feedback",
                "/dispositifs/{slug}.json",
                "/avis/{slug}/propositions/{number}.json",
                "/retours/{number}.json",
                "/registre/{number}.json",
            }
        )
        {
            var method = paths.GetProperty(address).EnumerateObject().Single().Value;
            Assert.False(string.IsNullOrEmpty(method.GetProperty("summary").GetString()), address);
            Assert.NotEmpty(method.GetProperty("responses").EnumerateObject());
        }
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData(0, 1)]
    [InlineData(-5, 1)]
    [InlineData(int.MaxValue, 10_000)]
    public void An_absurd_page_is_brought_back_to_the_nearest(int? asked, int page) =>
        Assert.Equal(page, PageData.PageNumber(asked));
}

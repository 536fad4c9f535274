using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Testing;
using Answer = Deliberation.Web.Features.Respond.Tracking.Answer;

namespace Deliberation.Web.Tests.Respond.Tracking;

public sealed class AnswerFeedsTests(Product product) : IClassFixture<Product>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task A_feed_holds_the_answers_of_its_place_and_no_other()
    {
        var followed = await AnsweredAsync();
        var other = await AnsweredAsync();
        var slug = followed.Opinion.Slug;

        Assert.Equal(["reponse-1", "reponse-2", "reponse-1"], await IdsAsync($"/suivi/{slug}.atom"));
        Assert.Equal(["reponse-2", "reponse-1"], await IdsAsync($"/avis/{slug}/propositions/1.atom"));
        Assert.Equal(["reponse-1"], await IdsAsync($"/suivi.atom?proposition={followed.Proposition(2)}"));
        Assert.Equal(3, (await IdsAsync($"/suivi.atom?organisme={followed.Body.Key}")).Count);
        Assert.Equal(["reponse-1"], await IdsAsync($"/suivi.atom?avis={slug}&theme=acces"));
        Assert.True((await IdsAsync("/suivi.atom")).Count >= 6);
        Assert.Empty(await IdsAsync($"/suivi.atom?avis={slug}&organisme={other.Body.Key}"));
    }

    [Fact]
    public async Task A_feed_of_nothing_that_exists_is_not_found()
    {
        var followed = await AnsweredAsync();
        var reader = product.Browse();

        Assert.Equal(HttpStatusCode.NotFound, (await reader.GoAsync("/suivi/aucun.atom")).Status);
        var beyond = await reader.GoAsync($"/avis/{followed.Opinion.Slug}/propositions/99.atom");
        Assert.Equal(HttpStatusCode.NotFound, beyond.Status);
    }

    [Fact]
    public async Task A_correction_says_which_answer_it_corrects()
    {
        var followed = await AnsweredAsync();

        var page = await product.Browse().GoAsync($"/suivi/{followed.Opinion.Slug}.atom");

        var titles = XDocument
            .Parse(page.Text)
            .Descendants(Atom + "entry")
            .Select(entry => entry.Element(Atom + "title")!.Value);
        var correction = $"{followed.Proposition(1)}, correction de la réponse 1";
        Assert.Contains(titles, title => title.StartsWith(correction, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_json_feed_says_what_the_atom_feed_says()
    {
        var followed = await AnsweredAsync();
        var query = $"avis={followed.Opinion.Slug}";

        var page = await product.Browse().GoAsync($"/suivi.flux.json?{query}");

        using var feed = JsonDocument.Parse(page.Text);
        Assert.Equal("application/feed+json", page.Response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("https://jsonfeed.org/version/1.1", feed.RootElement.GetProperty("version").GetString());
        Assert.Equal(
            await IdsAsync($"/suivi.atom?{query}"),
            feed.RootElement.GetProperty("items")
                .EnumerateArray()
                .Select(item => item.GetProperty("id").GetString()!.Split('#')[1])
        );
    }

    private async Task<IReadOnlyList<string>> IdsAsync(string address)
    {
        var page = await product.Browse().GoAsync(address);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return
        [
            .. XDocument
                .Parse(page.Text)
                .Descendants(Atom + "entry")
                .Select(entry => entry.Element(Atom + "id")!.Value.Split('#')[1]),
        ];
    }

    /// <summary>Two answers to the first proposition, the second of which corrects the first, then one to the second.</summary>
    private async Task<FollowedOpinion> AnsweredAsync()
    {
        var followed = await Given.FollowedOpinionAsync(product, propositions: 2);
        await GiveAsync(followed, 1, Given.Answer());
        await GiveAsync(followed, 1, Given.Answer("taken-into-account") with { Corrects = 1, After = 1 });
        await GiveAsync(followed, 2, Given.Answer());
        return followed;
    }

    private Task<int> GiveAsync(FollowedOpinion followed, int number, TreatmentAnswer answer) =>
        product.SendAsync(new Answer.Command(followed.Agent, followed.Proposition(number), answer));
}

using System.Globalization;
using System.Net;
using System.Text.Json;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Testing;
using Deliberation.Web.Platform;
using Microsoft.Extensions.DependencyInjection;
using Answer = Deliberation.Web.Features.Respond.Tracking.Answer;

namespace Deliberation.Web.Tests.Respond.Tracking;

/// <summary>The tracker's pages as data, each at its own address followed by <c>.json</c>.</summary>
public sealed class TrackingPagesTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task The_list_is_read_as_data_with_the_filters_of_the_page()
    {
        var followed = await Given.FollowedOpinionAsync(product, propositions: 3);
        await product.SendAsync(new Answer.Command(followed.Agent, followed.Proposition(2), Given.Answer()));
        var query = $"?avis={followed.Opinion.Slug}&statut=sans-reponse";

        var page = await product.Browse().GoAsync($"/suivi{query}");
        var data = await ReadAsync($"/suivi.json{query}");

        Assert.NotNull(
            page.Document.QuerySelector(
                $"link[rel=alternate][type='application/json'][href$='/suivi.json{query}']"
            )
        );
        Assert.Equal(2, data.GetProperty("total").GetInt32());
        Assert.Equal(
            [followed.Proposition(1), followed.Proposition(3)],
            data.GetProperty("treatments")
                .EnumerateArray()
                .Select(one => one.GetProperty("reference").GetString())
        );
    }

    [Fact]
    public async Task Silence_is_read_as_data_the_longest_first_with_the_figures_of_each_body()
    {
        var older = await SinceAsync(days: 400, propositions: 1);
        var followed = await SinceAsync(days: 300, propositions: 2);
        await product.SendAsync(new Answer.Command(followed.Agent, followed.Proposition(2), Given.Answer()));

        var all = await ReadAsync("/suivi/sans-reponse.json");
        var own = await ReadAsync($"/suivi/sans-reponse.json?organisme={followed.Body.Key}");

        var references = References(all);
        Assert.True(
            references.IndexOf(older.Proposition(1)) < references.IndexOf(followed.Proposition(1)),
            string.Join(' ', references)
        );
        Assert.Equal([followed.Proposition(1)], References(own));
        Assert.Equal(300, own.GetProperty("propositions")[0].GetProperty("silent_days").GetInt32());
        var body = own.GetProperty("bodies")[0];
        Assert.Equal(
            (2, 1, 1),
            (Count(body, "propositions"), Count(body, "answered"), Count(body, "first_answers"))
        );
        Assert.Equal(JsonValueKind.Null, body.GetProperty("median_days").ValueKind);
    }

    [Fact]
    public async Task What_moved_between_two_days_is_read_as_data()
    {
        var followed = await SinceAsync(days: 20, propositions: 2);
        using (At(10))
        {
            await product.SendAsync(
                new Answer.Command(followed.Agent, followed.Proposition(2), Given.Answer())
            );
        }

        var page = await product.Browse().GoAsync($"/suivi/{followed.Opinion.Slug}/evolution");
        var data = await ReadAsync($"/suivi/{followed.Opinion.Slug}/evolution.json?de={Day(15)}&au={Day(5)}");
        var before = await ReadAsync($"/suivi/{followed.Opinion.Slug}/evolution.json?au={Day(15)}");

        Assert.NotNull(page.Document.QuerySelector("main a[href$='/evolution.json']"));
        Assert.Equal((2, 1), (Count(data, "propositions"), Count(data, "changed")));
        var move = Assert.Single(data.GetProperty("moves").EnumerateArray());
        Assert.Equal(followed.Proposition(2), move.GetProperty("reference").GetString());
        Assert.Equal(JsonValueKind.Null, move.GetProperty("before").ValueKind);
        Assert.Equal("in-progress-short", move.GetProperty("after").GetString());
        Assert.Equal(0, Count(before, "changed"));
    }

    [Fact]
    public async Task Days_that_cannot_be_compared_and_opinions_that_do_not_exist_are_refused()
    {
        var followed = await Given.FollowedOpinionAsync(product);
        var browser = product.Browse();
        var address = $"/suivi/{followed.Opinion.Slug}/evolution.json";

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GoAsync($"{address}?de=hier")).Status);
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await browser.GoAsync($"{address}?de={Day(1)}&au={Day(2)}")).Status
        );
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GoAsync("/suivi/aucun/evolution.json")).Status);
    }

    private async Task<JsonElement> ReadAsync(string address)
    {
        var page = await product.Browse().GoAsync(address);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        using var document = JsonDocument.Parse(page.Text);
        return document.RootElement.Clone();
    }

    private static List<string?> References(JsonElement silence) =>
        [
            .. silence
                .GetProperty("propositions")
                .EnumerateArray()
                .Select(one => one.GetProperty("treatment").GetProperty("reference").GetString()),
        ];

    private static int Count(JsonElement element, string name) => element.GetProperty(name).GetInt32();

    private static string Day(int ago) =>
        WorkingDays
            .DateInParis(DateTimeOffset.UtcNow)
            .AddDays(-ago)
            .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<FollowedOpinion> SinceAsync(int days, int propositions)
    {
        using (At(days))
        {
            return await Given.FollowedOpinionAsync(product, propositions);
        }
    }

    private IDisposable At(int daysAgo) =>
        product.Services.GetRequiredService<InstanceClock>().At(DateTimeOffset.UtcNow.AddDays(-daysAgo));
}

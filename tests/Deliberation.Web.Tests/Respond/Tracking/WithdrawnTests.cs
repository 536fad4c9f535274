using System.Text.Json;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Testing;
using Deliberation.Web.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Answer = Deliberation.Web.Features.Respond.Tracking.Answer;

namespace Deliberation.Web.Tests.Respond.Tracking;

/// <summary>What a corrected edition leaves out is said to be withdrawn, and is nobody's silence or delay.</summary>
public sealed class WithdrawnTests(Product product) : IClassFixture<Product>
{
    private const string Withdrawn = "retiree-de-l-avis";

    private static readonly DateOnly Today = WorkingDays.DateInParis(DateTimeOffset.UtcNow);

    [Fact]
    public async Task Lists_and_charts_say_it_and_count_it_apart()
    {
        var opinion = (await LivedAsync()).Opinion;

        var page = await product.Browse().GoAsync($"/suivi/{opinion.Slug}");
        var all = await product.Browse().GoAsync($"/suivi?avis={opinion.Slug}");
        var analysis = await product.Browse().GoAsync($"/suivi/{opinion.Slug}/analyse");
        var evolution = await product.Browse().GoAsync($"/suivi/{opinion.Slug}/evolution");

        const string Sentence =
            "Propositions : 4. Avec une réponse : 1. Faites et confirmées : 0. Déclarées faites, non confirmées : 0. En retard : 1. Retirées de l’avis : 2.";
        Assert.All(
            [page, all, analysis],
            read => Assert.Contains(Sentence, read.Words, StringComparison.Ordinal)
        );
        Assert.Equal(["Retirée de l’avis"], Badges(page, 3));
        Assert.Equal("Retirée de l’avis", Badges(page, 4)[0]);
        Assert.Equal(2, Badges(page, 4).Count);
        Assert.Equal("1", Bar(page, "Sans réponse"));
        Assert.Equal("2", Bar(page, "Retirée de l’avis"));
        Assert.Equal("2", Bar(all, "Retirée de l’avis"));
        var group = analysis.Document.QuerySelector($"[aria-labelledby='statut-{Withdrawn}']");
        Assert.Equal(2, group?.QuerySelectorAll("article").Length);
        Assert.Contains("Retirées de l’avis : 2.", evolution.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("statut=sans-reponse", 2)]
    [InlineData("retard=true", 2)]
    [InlineData("categorie=InProgress", 1)]
    [InlineData("statut=in-progress-short", 1)]
    [InlineData("statut=" + Withdrawn, 3, 4)]
    [InlineData("tri=Attente", 2, 1, 3, 4)]
    public async Task Filters_find_it_among_what_was_withdrawn_only(string query, params int[] numbers)
    {
        var followed = await LivedAsync();
        var address = $"avis={followed.Opinion.Slug}&{query}";

        var page = await product.Browse().GoAsync($"/suivi?{address}");
        var data = await ReadAsync($"/suivi.json?{address}");
        var file = await product.Browse().Client.GetStringAsync($"/suivi.csv?{address}");

        var expected = numbers.Select(followed.Proposition).ToList();
        Assert.Equal(
            expected,
            page.Document.QuerySelectorAll("#propositions .proposal-number").Select(one => one.TextContent)
        );
        Assert.Equal(
            expected,
            data.GetProperty("treatments")
                .EnumerateArray()
                .Select(one => one.GetProperty("reference").GetString())
        );
        var lines = file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).ToList();
        Assert.Equal(expected, lines.Select(line => line.Split(',')[0]));
        Assert.Equal(
            numbers.Select(number => number > 2),
            lines.Select(line => line.EndsWith(",true", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task No_silence_and_no_figure_of_a_body_holds_it()
    {
        var followed = await LivedAsync();

        var page = await product.Browse().GoAsync($"/suivi/sans-reponse?organisme={followed.Body.Key}");

        Assert.Equal(
            [followed.Proposition(2)],
            page.Document.QuerySelectorAll("#attentes .proposal-number").Select(one => one.TextContent)
        );
        var cells = page
            .Document.QuerySelectorAll("#chiffres tbody td")
            .Select(cell => cell.TextContent)
            .ToList();
        Assert.Equal(("2", "1", "1"), (cells[0], cells[1], cells[4]));
    }

    [Fact]
    public async Task A_past_day_says_what_it_was_then_and_the_days_after_what_it_became()
    {
        var followed = await LivedAsync();
        var before = $"/suivi/{followed.Opinion.Slug}?au={Day(20)}";
        var after = $"/suivi/{followed.Opinion.Slug}?au={Day(5)}";

        var then = await product.Browse().GoAsync(before);
        var since = await product.Browse().GoAsync(after);
        var rows = await product
            .Browse()
            .Client.GetStringAsync(after.Replace("?", ".csv?", StringComparison.Ordinal));

        Assert.Contains("En retard : 3.", then.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Retirée", Text(then, "#propositions"), StringComparison.Ordinal);
        Assert.Contains("En retard : 1. Retirées de l’avis : 2.", since.Words, StringComparison.Ordinal);
        Assert.Equal(["Retirée de l’avis"], Badges(since, 3));
        Assert.Equal(2, rows.Split(",true\r\n").Length - 1);
    }

    /// <summary>
    /// Published 60 days ago, due 30 days ago: one answered, one late, one withdrawn ten days ago without an answer, one
    /// withdrawn then and answered since, with a promise.
    /// </summary>
    private async Task<FollowedOpinion> LivedAsync()
    {
        FollowedOpinion followed;
        using (At(60))
        {
            followed = await Given.FollowedOpinionAsync(product, propositions: 4, Today.AddDays(-30));
        }

        using (At(40))
        {
            await AnswerAsync(followed, 1, promised: null);
        }

        using (At(10))
        {
            await product.ReadAsync(async db =>
            {
                var left = new[] { followed.Proposition(3), followed.Proposition(4) };
                var treatments = await db.Set<Treatment>()
                    .Include(one => one.Expectations)
                    .Where(one => left.Contains(one.Reference))
                    .ToListAsync();
                var now = product.Services.GetRequiredService<TimeProvider>().GetUtcNow();
                treatments.ForEach(one => one.Withdraw(2, "Elles répétaient la première.", now));
                return await db.SaveChangesAsync();
            });
        }

        using (At(8))
        {
            await AnswerAsync(followed, 4, promised: Today.AddDays(-1));
        }

        return followed;
    }

    private Task AnswerAsync(FollowedOpinion followed, int number, DateOnly? promised) =>
        product.SendAsync(
            new Answer.Command(
                followed.Agent,
                followed.Proposition(number),
                Given.Answer("in-progress-short") with
                {
                    NextUpdateOn = promised,
                }
            )
        );

    private async Task<JsonElement> ReadAsync(string address)
    {
        using var data = JsonDocument.Parse(await product.Browse().Client.GetStringAsync(address));
        return data.RootElement.Clone();
    }

    private static List<string> Badges(Page page, int number) =>
        [
            .. page
                .Document.QuerySelectorAll("#propositions tbody tr")
                .Single(row =>
                    row.QuerySelector("a")!
                        .GetAttribute("href")!
                        .Split('?')[0]
                        .EndsWith($"/{number}", StringComparison.Ordinal)
                )
                .QuerySelectorAll(".badge-word")
                .Select(badge => badge.TextContent),
        ];

    private static string? Bar(Page page, string word) =>
        page
            .Document.QuerySelectorAll("#treatments tbody tr")
            .SingleOrDefault(row => row.QuerySelector("th")?.TextContent == word)
            ?.QuerySelector("td")
            ?.TextContent;

    private static string Text(Page page, string selector) =>
        page.Document.QuerySelector(selector)?.TextContent ?? "";

    private static string Day(int daysAgo) => $"{Today.AddDays(-daysAgo):yyyy-MM-dd}";

    private IDisposable At(int daysAgo) =>
        product
            .Services.GetRequiredService<InstanceClock>()
            .At(new DateTimeOffset(Today.AddDays(-daysAgo).ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero));
}

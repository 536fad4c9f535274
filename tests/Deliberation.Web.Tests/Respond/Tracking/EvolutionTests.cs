using System.Globalization;
using System.Net;
using Deliberation.Testing;
using Deliberation.Web.Platform;
using Microsoft.Extensions.DependencyInjection;
using Answer = Deliberation.Web.Features.Respond.Tracking.Answer;

namespace Deliberation.Web.Tests.Respond.Tracking;

public sealed class EvolutionTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task From_its_publication_to_today_unless_the_address_says()
    {
        var page = await product.Browse().GoAsync($"/suivi/{await LivedAsync()}/evolution");

        Assert.Equal(["P1", "P2", "P3"], Moved(page));
        Assert.Contains(
            "Propositions : 4. Statuts changés : 3. Premières réponses, parmi eux : 3.",
            page.Words,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("de=2022-02-15&au=2022-06-01", "P1,P3", 1)] // P2 said the same again
    [InlineData("de=2022-02-14&au=2022-02-15", "P1,P2", 2)]
    [InlineData("de=2022-02-15&au=2022-02-15", "", 0)]
    [InlineData("de=2020-01-01&au=2022-01-09", "", 0)]
    public async Task What_moved_is_what_has_another_status(string days, string moved, int first)
    {
        var page = await product.Browse().GoAsync($"/suivi/{await LivedAsync()}/evolution?{days}");

        Assert.Equal(moved.Split(',', StringSplitOptions.RemoveEmptyEntries), Moved(page));
        Assert.Contains($"Premières réponses, parmi eux : {first}.", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_line_says_before_after_when_and_leads_to_the_proposition_of_that_day()
    {
        var slug = await LivedAsync();

        var page = await product
            .Browse()
            .GoAsync($"/suivi/{slug}/evolution?de=2022-02-15&au=2022-06-01&langue=en");

        var line = page.Document.QuerySelector("#evolution tbody tr");
        var cells = line!.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).ToList();
        Assert.Contains("In progress, short term", cells[0], StringComparison.Ordinal);
        Assert.Contains("Taken into account", cells[1], StringComparison.Ordinal);
        Assert.Equal("1 June 2022", cells[2].Replace('\u00a0', ' '));
        Assert.Equal(
            $"/avis/{slug}/propositions/1?au=2022-06-01",
            line.QuerySelector("a")?.GetAttribute("href")
        );
    }

    [Theory]
    [InlineData("de=hier")]
    [InlineData("au=2022-13-01")]
    [InlineData("de=2022-06-01&au=2022-01-01")]
    [InlineData("au=2999-01-01")]
    public async Task Days_that_cannot_be_compared_are_said(string days)
    {
        var page = await product.Browse().GoAsync($"/suivi/{await LivedAsync()}/evolution?{days}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.NotNull(page.Document.QuerySelector(".notice.danger"));
        Assert.Null(page.Document.QuerySelector("#evolution"));
    }

    [Fact]
    public async Task An_unknown_opinion_has_no_evolution() =>
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await product.Browse().GoAsync("/suivi/ac-1999-99/evolution")).Status
        );

    [Fact]
    public async Task The_tracker_leads_to_it()
    {
        var slug = await LivedAsync();

        var page = await product.Browse().GoAsync($"/suivi/{slug}?au=2022-03-01");

        Assert.NotNull(page.Document.QuerySelector($"a[href='/suivi/{slug}/evolution?au=2022-03-01']"));
    }

    private static IEnumerable<string> Moved(Page page) =>
        page
            .Document.QuerySelectorAll("#evolution .proposal-number")
            .Select(reference => reference.TextContent.Split('-')[^1]);

    /// <summary>Four propositions of 10 January 2022; two answered on 15 February, three on 1 June, one never.</summary>
    private async Task<string> LivedAsync()
    {
        FollowedOpinion followed;
        using (At("2022-01-10"))
        {
            followed = await Given.FollowedOpinionAsync(product, propositions: 4);
        }

        await AnswerAsync(followed, "2022-02-15", 1, "in-progress-short");
        await AnswerAsync(followed, "2022-02-15", 2, "in-progress-short");
        await AnswerAsync(followed, "2022-06-01", 1, "taken-into-account");
        await AnswerAsync(followed, "2022-06-01", 2, "in-progress-short");
        await AnswerAsync(followed, "2022-06-01", 3, "declined");
        return followed.Opinion.Slug;
    }

    private async Task AnswerAsync(FollowedOpinion followed, string day, int number, string status)
    {
        using (At(day))
        {
            await product.SendAsync(
                new Answer.Command(followed.Agent, followed.Proposition(number), Given.Answer(status))
            );
        }
    }

    private IDisposable At(string day) =>
        product
            .Services.GetRequiredService<InstanceClock>()
            .At(DateTimeOffset.Parse($"{day}T10:00:00Z", CultureInfo.InvariantCulture));
}

using System.Net;
using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Feedback.Triage;
using Deliberation.Testing;
using Deliberation.Web.Features.Respond.Feedback;
using PublishFeedback = Deliberation.Web.Features.Respond.Feedback.Publish;

namespace Deliberation.Web.Tests.Respond.Feedback;

public sealed class PublicTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task Anyone_filters_searches_and_reads()
    {
        var agenda = await Given.PublishedFeedbackAsync(
            product,
            "Les rappels d’été sonnent la nuit.",
            Part.Agenda,
            Mark.VeryBad
        );
        var login = await Given.PublishedFeedbackAsync(
            product,
            "Le code n’arrive jamais.",
            Part.Login,
            Mark.Average
        );
        var browser = product.Browse();

        var byPart = await browser.GoAsync("/retours?partie=Agenda");
        var byMark = await browser.GoAsync("/retours?note=Average");
        var byWords = await browser.GoAsync("/retours?q=ete%20RAPPELS");
        var byStage = await browser.GoAsync("/retours?etat=ChangeMade");

        Assert.Equal([agenda.Number], NumbersOf(byPart));
        Assert.Equal([login.Number], NumbersOf(byMark));
        Assert.Equal([agenda.Number], NumbersOf(byWords));
        Assert.Empty(NumbersOf(byStage));
        Assert.Equal(HttpStatusCode.OK, (await browser.GoAsync($"/retours/{login.Number}")).Status);
    }

    [Fact]
    public async Task A_number_leads_to_its_feedback_and_a_beginning_of_a_word_to_all_that_hold_it()
    {
        var one = await Given.PublishedFeedbackAsync(product, "Ma carte Vitale reste introuvable.");
        var browser = product.Browse();

        Assert.Equal(
            [one.Number],
            NumbersOf(await browser.GoAsync($"/retours?q={one.Number.ToLowerInvariant()}"))
        );
        Assert.Equal([one.Number], NumbersOf(await browser.GoAsync("/retours?q=introuvables%20vitale")));
        Assert.Empty(NumbersOf(await browser.GoAsync("/retours?q=introuvable%20zorglub")));
    }

    [Fact]
    public async Task What_many_say_is_met_by_reading_on_page_after_page_and_each_one_once()
    {
        var numbers = new List<string>();
        for (var count = 0; count < 25; count++)
        {
            var mark = count % 2 == 0 ? Mark.VeryBad : Mark.VeryGood;
            numbers.Add(
                (
                    await Given.PublishedFeedbackAsync(product, "Le brouillon disparaît.", Part.Apps, mark)
                ).Number
            );
        }

        foreach (var order in new[] { "Newest", "Oldest", "Worst", "Best" })
        {
            var first = await product.Browse().GoAsync($"/retours?q=brouillons&partie=Apps&tri={order}");
            var second = await product.Browse().GoAsync($"/retours?q=brouillons&partie=Apps&tri={order}&p=2");

            Assert.Contains("21 retours ou plus", first.Words, StringComparison.Ordinal);
            Assert.Contains("25 retours", second.Words, StringComparison.Ordinal);
            Assert.Equal(numbers, NumbersOf(first).Concat(NumbersOf(second)).Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [InlineData("/retours?partie=Nimporte&note=9&etat=x&p=-3&tri=z&q=%25_")]
    [InlineData("/retours?p=999999999")]
    [InlineData("/retours?etat=Received")]
    public async Task Odd_filters_break_nothing(string address)
    {
        await Given.FeedbackAsync(product, "Jamais montré avant d’être lu.");

        var page = await product.Browse().GoAsync(address);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("Jamais montré", page.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/retours/RU-1999-000001")]
    [InlineData("/retours/nimporte")]
    public async Task An_unknown_number_is_404(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await product.Browse().GoAsync(address)).Status);

    [Fact]
    public async Task The_public_side_speaks_English()
    {
        var receipt = await Given.PublishedFeedbackAsync(product);
        var browser = product.Browse();

        Assert.Equal("Users’ feedback", (await browser.GoAsync("/retours?langue=en")).Heading);
        Assert.Equal(
            $"Feedback {receipt.Number}",
            (await browser.GoAsync($"/retours/{receipt.Number}?langue=en")).Heading
        );
    }

    [Fact]
    public async Task Open_data_never_runs_as_a_formula_and_never_says_age_or_place()
    {
        await Given.PublishedFeedbackAsync(product, "=HYPERLINK(\"https://example.org\")");
        var browser = product.Browse();

        var csv = (await browser.GoAsync("/donnees/retours.csv")).Text;
        var json = (await browser.GoAsync("/donnees/retours.json")).Text;

        Assert.StartsWith("number,received_at,published_at,", csv, StringComparison.Ordinal);
        Assert.Contains("\"'=HYPERLINK(\"\"https://example.org\"\")\"", csv, StringComparison.Ordinal);
        Assert.Contains("\"propositions\":[]", json, StringComparison.Ordinal);
        Assert.DoesNotContain(",age", csv.Split('\n')[0], StringComparison.Ordinal);
        Assert.DoesNotContain("departement", json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_share_of_concerns_leaves_praise_out_and_says_nothing_of_a_few()
    {
        var marks = new Dictionary<Mark, int>();

        Assert.Equal(
            25,
            new Figures(100, 80, 40, 30, 20, 5, marks, DecisionDelays.None).ConcernsChangedShare
        );
        Assert.Null(new Figures(100, 80, 40, 30, 9, 5, marks, DecisionDelays.None).ConcernsChangedShare);
    }

    [Fact]
    public async Task Small_counts_are_hidden()
    {
        await Given.PublishedFeedbackAsync(product);

        var csv = (await product.Browse().GoAsync("/donnees/retours-chiffres.csv")).Text;

        Assert.Contains("age_band,not_said,2,,true", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doors_are_counted_on_the_page_and_in_the_data_and_a_few_are_not_told()
    {
        await using var own = new Product();
        for (var rank = 0; rank < 12; rank++)
        {
            await Given.PublishedFeedbackAsync(
                own,
                $"Le rang {rank} attend.",
                mark: rank < 3 ? Mark.Bad : Mark.Good
            );
        }

        var client = await Given.PartnerAsync(own);
        using var body = new StringContent(
            """{"mark":4,"part":"agenda","text":"Par un programme."}""",
            System.Text.Encoding.UTF8,
            "application/json"
        );
        using var answer = await client.PostAsync("/api/v1/feedback", body);
        var told = await answer.Content.ReadAsStringAsync();
        var number = told[told.IndexOf("RU-", StringComparison.Ordinal)..][..14];
        await own.SendAsync(new PublishFeedback.Command(number, Guid.NewGuid()));

        var page = await own.Browse().GoAsync("/retours");
        var csv = (await own.Browse().GoAsync("/donnees/retours-chiffres.csv")).Text;

        Assert.Equal("Formulaire en ligne 12 25 %", RowOf(page, "Formulaire en ligne"));
        Assert.Equal(
            "Programme d’un partenaire (JSON) moins de 10 nombre insuffisant",
            RowOf(page, "Programme d’un partenaire (JSON)")
        );
        Assert.Contains("door,Form,4,,true", csv, StringComparison.Ordinal);
        Assert.Contains("door,Api,4,,true", csv, StringComparison.Ordinal);
        var english = await own.Browse().GoAsync("/retours?langue=en");
        Assert.Contains("fewer than 10", english.Words, StringComparison.Ordinal);
    }

    private static string RowOf(Page page, string door) =>
        string.Join(
                ' ',
                page.Document.QuerySelectorAll("#portes ~ table tbody tr")
                    .Select(row => row.Children.Select(cell => cell.TextContent.Trim()))
                    .First(cells => cells.First() == door)
            )
            .Replace('\u202f', ' ')
            .Replace('\u00a0', ' ');

    private static IEnumerable<string> NumbersOf(Page page) =>
        page.Document.QuerySelectorAll(".cards h3 a").Select(link => link.TextContent.Trim());
}

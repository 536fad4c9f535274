using System.Globalization;
using System.Net;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Testing;
using Answer = Deliberation.Web.Features.Respond.Tracking.Answer;

namespace Deliberation.Web.Tests.Respond.Tracking;

public sealed class TrackerTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task Chart_and_table_say_the_same_figures()
    {
        var followed = await Given.FollowedOpinionAsync(product, propositions: 5);
        await AnswerAsync(followed, 1, "taken-into-account");
        await AnswerAsync(followed, 2, "taken-into-account");
        await AnswerAsync(followed, 3, "declined");

        var page = await product.Browse().GoAsync($"/suivi/{followed.Opinion.Slug}");

        var drawn = page
            .Document.QuerySelectorAll(".chart-value")
            .Select(figure => figure.TextContent)
            .ToList();
        var written = page
            .Document.QuerySelectorAll("#treatments tbody td")
            .Select(cell => cell.TextContent)
            .ToList();
        Assert.Equal(drawn, written);
        Assert.Equal(["2", "0", "0", "0", "0", "0", "1", "0", "2"], drawn);
        Assert.Contains(
            "Propositions : 5. Avec une réponse : 3. Faites et confirmées : 0. Déclarées faites, non confirmées : 2. En retard : 0.",
            page.Words,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("statut=declined", 1)]
    [InlineData("statut=sans-reponse", 3)]
    [InlineData("categorie=Delivered", 1)]
    [InlineData("categorie=Delivered&theme=documents", 1)]
    [InlineData("categorie=Delivered&theme=acces", 0)]
    [InlineData("q=ETE+numero", 5)]
    [InlineData("q=inconnu", 0)]
    [InlineData("organisme=personne", 0)]
    [InlineData("retard=true", 0)]
    [InlineData("preuve=Confirmee", 0)]
    [InlineData("preuve=Declaree", 1)]
    [InlineData("preuve=Declaree&categorie=Declined", 0)]
    [InlineData("categorie=nimporte", 5)]
    [InlineData("q=%25", 0)]
    public async Task Filters_combine(string filter, int found)
    {
        var followed = await Given.FollowedOpinionAsync(product, propositions: 5);
        await AnswerAsync(followed, 1, "taken-into-account");
        await AnswerAsync(followed, 2, "declined");

        var page = await product.Browse().GoAsync($"/suivi?avis={followed.Opinion.Slug}&{filter}");

        Assert.Contains($"Propositions trouvées : {found}", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_overdue_answer_says_for_how_many_days_nobody_spoke()
    {
        var today = WorkingDays.DateInParis(DateTimeOffset.UtcNow);
        var late = await Given.FollowedOpinionAsync(product, propositions: 1, dueOn: today.AddDays(-1));
        var dueToday = await Given.FollowedOpinionAsync(product, propositions: 1, dueOn: today);

        var latePage = await product.Browse().GoAsync($"/suivi/{late.Opinion.Slug}");
        var todayPage = await product.Browse().GoAsync($"/suivi/{dueToday.Opinion.Slug}");

        Assert.Contains("Sans réponse depuis 0 jour", latePage.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Sans réponse depuis", todayPage.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_is_paged_and_keeps_its_filters()
    {
        var followed = await Given.FollowedOpinionAsync(product, propositions: 60);

        var second = await product.Browse().GoAsync($"/suivi/{followed.Opinion.Slug}?tri=Recent&p=2");

        Assert.Equal(10, second.Document.QuerySelectorAll("#propositions tbody tr").Length);
        Assert.Contains(
            "tri=Recent",
            second.Document.QuerySelector(".pager a")!.GetAttribute("href"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("Numero")]
    [InlineData("Attente")]
    [InlineData("Recent")]
    [InlineData("Statut")]
    public async Task Every_order_can_be_asked_for(string order)
    {
        var followed = await Given.FollowedOpinionAsync(product, propositions: 12);

        var page = await product.Browse().GoAsync($"/suivi/{followed.Opinion.Slug}?tri={order}");

        var references = page.Document.QuerySelectorAll("#propositions .proposal-number");
        Assert.Equal(followed.Proposition(2), references[1].TextContent);
    }

    [Fact]
    public async Task The_tracker_reads_in_English_too()
    {
        var followed = await Given.FollowedOpinionAsync(product, propositions: 1);
        await AnswerAsync(followed, 1, "under-review-law");

        var page = await product.Browse().GoAsync($"/suivi/{followed.Opinion.Slug}?langue=en");

        Assert.Contains("Under review, change of law expected", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Propositions trouvées", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_opinion_is_not_found()
    {
        var page = await product.Browse().GoAsync("/suivi/ac-1999-99");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
    }

    [Fact]
    public async Task The_desk_shows_an_agent_only_what_their_body_owes()
    {
        var mine = await Given.FollowedOpinionAsync(product, propositions: 2);
        var other = await Given.FollowedOpinionAsync(product, propositions: 2);
        await AnswerAsync(mine, 1, "taken-into-account");

        var desk = await product.Browse(mine.Agent).GoAsync("/bureau/suivi");

        Assert.Contains(mine.Proposition(2), desk.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(mine.Proposition(1), desk.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(other.Opinion.Reference, desk.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Late_is_counted_by_day_in_Paris()
    {
        // 23:30 in London on the last day is already the next day in Paris.
        var moment = DateTimeOffset.Parse("2026-06-30T22:30:00Z", CultureInfo.InvariantCulture);
        var wait = new Wait(new DateOnly(2026, 6, 1), new DateOnly(2026, 6, 30));

        Assert.True(wait.IsLateOn(WorkingDays.DateInParis(moment)));
        Assert.False(wait.IsLateOn(WorkingDays.DateInParis(moment.AddHours(-1))));
        await Task.CompletedTask;
    }

    private Task<int> AnswerAsync(FollowedOpinion followed, int number, string status) =>
        product.SendAsync(
            new Answer.Command(followed.Agent, followed.Proposition(number), Given.Answer(status))
        );
}

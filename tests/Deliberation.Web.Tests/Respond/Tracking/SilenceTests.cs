using Deliberation.Domain.Respond.Tracking;
using Deliberation.Testing;
using Deliberation.Web.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Answer = Deliberation.Web.Features.Respond.Tracking.Answer;

namespace Deliberation.Web.Tests.Respond.Tracking;

public sealed class SilenceTests(Product product) : IClassFixture<Product>
{
    private const string Address = "/suivi/sans-reponse";

    private static readonly DateOnly Today = WorkingDays.DateInParis(DateTimeOffset.UtcNow);

    [Fact]
    public async Task The_longest_silence_comes_first_and_kept_promises_are_absent()
    {
        var followed = await FollowedAsync(propositions: 4, daysAgo: 50);
        await AnswerAsync(followed, 1, daysAgo: 40); // promises nothing more
        await AnswerAsync(followed, 2, daysAgo: 30, promised: Today.AddDays(-1));
        await AnswerAsync(followed, 3, daysAgo: 30, promised: Today);

        var page = await product.Browse().GoAsync($"{Address}?organisme={followed.Body.Key}");

        var lines = page.Document.QuerySelectorAll("#attentes tbody tr");
        Assert.Equal(
            [followed.Proposition(4), followed.Proposition(2)],
            lines.Select(line => line.QuerySelector(".proposal-number")?.TextContent)
        );
        Assert.Contains("Sans réponse depuis 50 jours", Plain(lines[0]), StringComparison.Ordinal);
        Assert.Contains("Sans nouvelle depuis 30 jours", Plain(lines[1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_body_has_its_figures_with_their_number_and_their_method()
    {
        var followed = await FollowedAsync(propositions: 7, daysAgo: 50, dueOn: Today.AddDays(-20));
        foreach (var (number, daysAgo) in new[] { (1, 49), (2, 48), (3, 40), (4, 30), (5, 10) })
        {
            await AnswerAsync(followed, number, daysAgo);
        }

        var page = await product.Browse().GoAsync($"{Address}?organisme={followed.Body.Key}");

        var line = Assert.Single(page.Document.QuerySelectorAll("#chiffres tbody tr"));
        Assert.Equal(["7", "5", "10 jours", "40 jours", "2", "0"], line.QuerySelectorAll("td").Select(Plain));
        Assert.Contains(
            "Méthode",
            page.Document.QuerySelector("#methode")?.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task No_body_is_shown_silent_on_what_was_withdrawn_from_its_opinion()
    {
        var followed = await FollowedAsync(propositions: 2, daysAgo: 50);
        await AnswerAsync(followed, 1, daysAgo: 40);
        await WithdrawAsync(followed.Proposition(2));

        var page = await product.Browse().GoAsync($"{Address}?organisme={followed.Body.Key}");

        Assert.Empty(page.Document.QuerySelectorAll("#attentes tbody tr"));
        var line = Assert.Single(page.Document.QuerySelectorAll("#chiffres tbody tr"));
        Assert.Equal(["1", "1"], line.QuerySelectorAll("td").Take(2).Select(Plain));
    }

    [Fact]
    public async Task What_was_withdrawn_from_its_opinion_does_not_look_forgotten_in_lists_and_data()
    {
        var followed = await FollowedAsync(propositions: 1, daysAgo: 50);
        await WithdrawAsync(followed.Proposition(1));
        var (list, yesterday) = ($"organisme={followed.Body.Key}", Today.AddDays(-1).ToString("O"));

        var now = await product.Browse().GoAsync($"/suivi?{list}");
        var data = await product.Browse().GoAsync($"/suivi.json?{list}");
        var before = await product.Browse().GoAsync($"/suivi?{list}&au={yesterday}");
        var dataBefore = await product.Browse().GoAsync($"/suivi.json?{list}&au={yesterday}");

        Assert.Contains("Retirée de l’avis", now.Words, StringComparison.Ordinal);
        Assert.Contains("\"withdrawn\":true", data.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Retirée de l’avis", before.Words, StringComparison.Ordinal);
        Assert.Contains("\"withdrawn\":false", dataBefore.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_few_answers_are_said_to_be_too_few()
    {
        var followed = await FollowedAsync(propositions: 1, daysAgo: 5);
        await AnswerAsync(followed, 1, daysAgo: 4);

        var page = await product.Browse().GoAsync($"{Address}?organisme={followed.Body.Key}");

        var line = Assert.Single(page.Document.QuerySelectorAll("#chiffres tbody tr"));
        Assert.Contains("nombre insuffisant", line.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_is_paged_keeps_its_body_and_is_reached_from_the_tracker()
    {
        var followed = await FollowedAsync(propositions: 60, daysAgo: 5);

        var second = await product.Browse().GoAsync($"{Address}?organisme={followed.Body.Key}&p=2");
        var tracker = await product.Browse().GoAsync("/suivi");

        Assert.Equal(10, second.Document.QuerySelectorAll("#attentes tbody tr").Length);
        Assert.Contains(
            $"organisme={followed.Body.Key}",
            second.Document.QuerySelector(".pager a")?.GetAttribute("href"),
            StringComparison.Ordinal
        );
        Assert.NotNull(tracker.Document.QuerySelector($"a[href='{Address}']"));
    }

    private static string Plain(AngleSharp.Dom.IElement element) =>
        element.TextContent.Trim().Replace('\u00a0', ' ').Replace('\u202f', ' ');

    private async Task<FollowedOpinion> FollowedAsync(int propositions, int daysAgo, DateOnly? dueOn = null)
    {
        using (At(daysAgo))
        {
            return await Given.FollowedOpinionAsync(product, propositions, dueOn);
        }
    }

    private async Task AnswerAsync(
        FollowedOpinion followed,
        int number,
        int daysAgo,
        DateOnly? promised = null
    )
    {
        using (At(daysAgo))
        {
            var answer = Given.Answer() with { NextUpdateOn = promised };
            await product.SendAsync(new Answer.Command(followed.Agent, followed.Proposition(number), answer));
        }
    }

    private Task<int> WithdrawAsync(string reference) =>
        product.ReadAsync(async db =>
        {
            var treatment = await db.Set<Treatment>().SingleAsync(one => one.Reference == reference);
            treatment.Withdraw(2, "Réunie à la première.", DateTimeOffset.UtcNow);
            return await db.SaveChangesAsync();
        });

    // At noon of that day, so that the test runs the same at any hour.
    private IDisposable At(int daysAgo) =>
        product
            .Services.GetRequiredService<InstanceClock>()
            .At(new DateTimeOffset(Today.AddDays(-daysAgo).ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero));
}

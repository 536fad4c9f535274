using System.Globalization;
using System.Net;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Testing;
using Deliberation.Web.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Answer = Deliberation.Web.Features.Respond.Tracking.Answer;

namespace Deliberation.Web.Tests.Respond.Tracking;

public sealed class AnalysisTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task The_analysis_of_a_past_day_leaves_out_what_came_later()
    {
        var followed = await FollowedSinceAsync(days: 20);
        await AnswerAsync(followed, 1, "in-progress-short", daysAgo: 10);
        await AnswerAsync(followed, 1, "taken-into-account", daysAgo: 2);
        var day = WorkingDays.DateInParis(DateTimeOffset.UtcNow).AddDays(-5);

        var then = await product.Browse().GoAsync(Address(followed, day));
        var now = await product.Browse().GoAsync($"/suivi/{followed.Opinion.Slug}/analyse");

        Assert.NotNull(then.Document.GetElementById("statut-in-progress-short"));
        Assert.Null(then.Document.GetElementById("statut-taken-into-account"));
        Assert.NotNull(now.Document.GetElementById("statut-taken-into-account"));
        Assert.Contains("Elle ne change plus, sauf si", then.Words, StringComparison.Ordinal);
        Assert.Contains("peut encore changer", now.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_analysis_of_a_past_day_owns_up_to_what_was_brought_in_since()
    {
        var followed = await FollowedSinceAsync(days: 20);
        var today = WorkingDays.DateInParis(DateTimeOffset.UtcNow);
        await product.ReadAsync(async db =>
        {
            var treatment = await db.Set<Treatment>()
                .Include(one => one.Updates)
                .FirstAsync(one => one.Reference == followed.Proposition(1));
            var earlier = new EarlierAnswer(
                Guid.CreateVersion7(),
                "in-progress-short",
                "Bilan tenu à part",
                today.AddDays(-12),
                "Bureau des usagers",
                null
            );
            treatment.BringIn(earlier, followed.Body, StatusScheme.Default, DateTimeOffset.UtcNow);
            return await db.SaveChangesAsync();
        });

        var after = await product.Browse().GoAsync(Address(followed, today.AddDays(-5)));
        var before = await product.Browse().GoAsync(Address(followed, today.AddDays(-15)));
        var data = await product.Browse().GoAsync($"/suivi/{followed.Opinion.Slug}.json");
        var csv = await product.Browse().GoAsync($"/suivi/{followed.Opinion.Slug}.csv");
        var log = await product.Browse().GoAsync("/reponses.csv");

        Assert.Contains("ont été reprises ici depuis : 1.", after.Words, StringComparison.Ordinal);
        Assert.Contains("Elle ne change plus, sauf si", before.Words, StringComparison.Ordinal);
        var stamp = $"\"brought_in_at\":\"{DateTimeOffset.UtcNow:yyyy-MM-dd}";
        Assert.Equal(3, data.Text.Split(stamp).Length); // with the treatment, and in its history
        Assert.Contains(
            $",Bilan tenu à part,{DateTimeOffset.UtcNow:yyyy-MM-dd}",
            csv.Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"/propositions/1#reponse-1,{DateTimeOffset.UtcNow:yyyy-MM-dd}",
            log.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Its_citation_names_the_opinion_the_day_and_an_address_that_leads_back_to_it()
    {
        var followed = await FollowedSinceAsync(days: 20);
        var day = WorkingDays.DateInParis(DateTimeOffset.UtcNow).AddDays(-5);

        var page = await product.Browse().GoAsync(Address(followed, day));

        var citation = page.Document.GetElementById("citation")!.TextContent;
        Assert.Contains(followed.Opinion.Reference, citation, StringComparison.Ordinal);
        Assert.Contains(
            day.ToString("MMMM yyyy", new CultureInfo("fr-FR")),
            citation,
            StringComparison.Ordinal
        );
        Assert.EndsWith(Address(followed, day), citation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_holds_every_proposition_of_the_opinion()
    {
        var followed = await Given.FollowedOpinionAsync(product, propositions: 60);

        var page = await product.Browse().GoAsync($"/suivi/{followed.Opinion.Slug}/analyse");

        Assert.Equal(60, page.Document.QuerySelectorAll("main section > article").Length);
    }

    [Fact]
    public async Task An_opinion_that_does_not_exist_has_no_analysis() =>
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await product.Browse().GoAsync("/suivi/aucun/analyse")).Status
        );

    private async Task<FollowedOpinion> FollowedSinceAsync(int days)
    {
        using (At(days))
        {
            return await Given.FollowedOpinionAsync(product, propositions: 2);
        }
    }

    private async Task AnswerAsync(FollowedOpinion followed, int number, string status, int daysAgo)
    {
        using (At(daysAgo))
        {
            await product.SendAsync(
                new Answer.Command(followed.Agent, followed.Proposition(number), Given.Answer(status))
            );
        }
    }

    private IDisposable At(int daysAgo) =>
        product.Services.GetRequiredService<InstanceClock>().At(DateTimeOffset.UtcNow.AddDays(-daysAgo));

    private static string Address(FollowedOpinion followed, DateOnly day) =>
        $"/suivi/{followed.Opinion.Slug}/analyse?au={day.ToString("O", CultureInfo.InvariantCulture)}";
}

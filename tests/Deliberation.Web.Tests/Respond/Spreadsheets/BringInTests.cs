using System.Net;
using System.Text;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Testing;
using Deliberation.Web.Features.Verify.Ledger;
using Deliberation.Web.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Answer = Deliberation.Web.Features.Respond.Tracking.Answer;

namespace Deliberation.Web.Tests.Respond.Spreadsheets;

/// <summary>A follow-up that a body kept in a document is brought in, dated and cited.</summary>
public sealed class BringInTests(Product product) : IClassFixture<Product>
{
    private const string Address = "/bureau/suivi/reprise";
    private const string Source = "Analyse du ministère <script>alert(1)</script>";

    [Fact]
    public async Task Only_an_agent_brings_a_follow_up_in()
    {
        var moderator = await Given.InInstanceAsync(product, InstanceRole.Moderator);

        Assert.Equal(HttpStatusCode.Redirect, (await product.Browse().GoAsync(Address)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await product.Browse(moderator).GoAsync(Address)).Status);
    }

    [Fact]
    public async Task A_follow_up_enters_the_history_at_its_day_once_its_words_are_confirmed()
    {
        var (followed, colleague) = await OpenedAsync();
        var agent = product.Browse(followed.Agent);

        var first = await GiveAsync(agent, followed, "Avancement;N°\nEn cours (court terme);2\nRefusée;1");
        var closest = first.Document.QuerySelector("#mots option[selected]")?.GetAttribute("value");
        var words = await agent.GoAsync(
            $"{first.Address}&mot={Uri.EscapeDataString("En cours (court terme)")}&statut={closest}"
        );
        var sent = await agent.SendAsync(words, "#publier");
        var again = await agent.SubmitAsync(words, "#publier");
        var page = await product.Browse().GoAsync($"/suivi/{followed.Opinion.Slug}");
        var updates = await UpdatesAsync(followed);

        Assert.Contains("Refusées (1)", first.Words, StringComparison.Ordinal);
        Assert.Null(first.Document.QuerySelector("#publier"));
        Assert.Contains("Reprises (2)", words.Words, StringComparison.Ordinal);
        Assert.Contains(Source, words.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        Assert.Contains("Réponses reprises : 2", again.Words, StringComparison.Ordinal);
        Assert.Equal(["declined", "in-progress-short"], updates.Select(update => update.Status).Order());
        Assert.All(updates, update => Assert.Equal(Day, WorkingDays.DateInParis(update.At)));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await product.Browse(colleague).GoAsync(first.Address)).Status
        );
        Assert.Empty(await product.ReadAsync(db => new PublishedActs(db).DifferencesAsync()));
    }

    [Fact]
    public async Task Another_body_brings_in_nothing_of_ours()
    {
        var (followed, _) = await OpenedAsync();
        var other = await Given.FollowedOpinionAsync(product);
        var stranger = product.Browse(other.Agent);

        var refused = await GiveAsync(stranger, followed, "N°;Statut\n1;Refusée");
        var own = await GiveAsync(stranger, other, "N°;Statut\n1;Refusée");
        var swapped = await stranger.GoAsync(
            own.Address.Replace(other.Opinion.Slug, followed.Opinion.Slug, StringComparison.Ordinal)
        );

        Assert.Contains("Choisissez un avis.", refused.Words, StringComparison.Ordinal);
        Assert.Contains("Un organisme répond seulement", swapped.Words, StringComparison.Ordinal);
        Assert.Null(swapped.Document.QuerySelector("#publier"));
    }

    [Fact]
    public async Task An_answer_given_meanwhile_is_read_first()
    {
        var (followed, _) = await OpenedAsync();
        var agent = product.Browse(followed.Agent);
        var preview = await GiveAsync(agent, followed, "N°;Statut\n1;Refusée\n2;Refusée");
        await product.SendAsync(new Answer.Command(followed.Agent, followed.Proposition(3), Given.Answer()));

        var refused = await agent.SendAsync(preview, "#publier");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Une autre réponse vient d’être publiée", refused.Words, StringComparison.Ordinal);
        Assert.Single(await UpdatesAsync(followed));
    }

    [Fact]
    public async Task A_day_to_come_is_refused_line_by_line()
    {
        var (followed, _) = await OpenedAsync();

        var preview = await GiveAsync(
            product.Browse(followed.Agent),
            followed,
            "N°;Statut\n1;Refusée",
            Day.AddYears(5)
        );

        Assert.Contains("Refusées (1)", preview.Words, StringComparison.Ordinal);
        Assert.Contains("porte un jour passé", preview.Words, StringComparison.Ordinal);
    }

    private static DateOnly Day => WorkingDays.DateInParis(TimeProvider.System.GetUtcNow()).AddDays(-2);

    /// <summary>An opinion published ten days ago, and a colleague of its agent.</summary>
    private async Task<(FollowedOpinion Followed, Guid Colleague)> OpenedAsync()
    {
        var clock = product.Services.GetRequiredService<InstanceClock>();
        using var before = clock.At(clock.GetUtcNow().AddDays(-10));
        var followed = await Given.FollowedOpinionAsync(product);
        var colleague = await Given.InInstanceAsync(product, InstanceRole.Agent, followed.Body.Id);
        return (followed, colleague);
    }

    private static async Task<Page> GiveAsync(
        Browser agent,
        FollowedOpinion followed,
        string text,
        DateOnly? day = null
    ) =>
        await agent.SubmitAsync(
            await agent.GoAsync(Address),
            "#reprise",
            ("Data.Opinion", followed.Opinion.Slug),
            ("Data.Source", Source),
            ("Data.AsOf", (day ?? Day).ToString("O", System.Globalization.CultureInfo.InvariantCulture)),
            ("Data.Function", "Bureau des usagers"),
            ("Data.Text", text)
        );

    private Task<List<TreatmentUpdate>> UpdatesAsync(FollowedOpinion followed) =>
        product.ReadAsync(db =>
            db.Set<TreatmentUpdate>()
                .AsNoTracking()
                .Where(update => update.BodyId == followed.Body.Id)
                .ToListAsync()
        );
}

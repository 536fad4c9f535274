using System.Net;
using Deliberation.Domain.Respond.Following;
using Deliberation.Testing;
using Deliberation.Web.Features.Respond.Following;
using Deliberation.Web.Features.Respond.Tracking;
using Deliberation.Web.Platform;
using Deliberation.Web.Platform.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Deliberation.Web.Tests.Respond.Following;

public sealed class SubscriptionTests(Product product) : IClassFixture<Product>
{
    private static readonly TimeSpan Settled = Subscription.Quiet + TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Whoever_confirms_gets_one_letter_for_answers_given_together_and_can_stop_in_one_act()
    {
        var followed = await Given.FollowedOpinionAsync(product);
        var reader = product.Browse();
        var asked = await AskAsync(reader, $"avis={followed.Opinion.Slug}", "eva@example.org");
        var link = Mailbox.LinkIn(asked);

        // Mail filters look at links: looking confirms nothing.
        Assert.Equal("Votre abonnement", (await reader.GoAsync(link)).Heading);
        await AnswerAsync(followed, 1);
        Assert.Null(await NewsAsync("eva@example.org"));

        await reader.SubmitAsync(await reader.GoAsync(link), "#confirmer");
        await AnswerAsync(followed, 2);
        await AnswerAsync(followed, 3);
        await HasNewsAsync("eva@example.org");
        await RoundAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(asked, await Mailbox.LastToAsync(product, "eva@example.org"));
        await RoundAsync(Settled);
        var told = await Mailbox.LastToAsync(product, "eva@example.org");
        Assert.Contains(followed.Proposition(2), told, StringComparison.Ordinal);
        Assert.Contains(followed.Proposition(3), told, StringComparison.Ordinal);
        Assert.DoesNotContain(followed.Proposition(1), told, StringComparison.Ordinal);
        Assert.Contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click", told, StringComparison.Ordinal);

        await RoundAsync(Settled + Settled);
        Assert.Equal(told, await Mailbox.LastToAsync(product, "eva@example.org"));
        using var oneClick = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        var stopped = await product.Browse().Client.PostAsync($"{link}/fin", oneClick);
        Assert.Equal(HttpStatusCode.OK, stopped.StatusCode);
        Assert.Equal(0, await CountAsync("eva@example.org"));
        await AnswerAsync(followed, 1);
        await RoundAsync(Settled);
        Assert.Equal(told, await Mailbox.LastToAsync(product, "eva@example.org"));
    }

    [Fact]
    public async Task A_body_or_a_proposition_is_followed_alone_and_in_the_language_of_the_asker()
    {
        var followed = await Given.FollowedOpinionAsync(product);
        var reader = product.Browse();
        await ConfirmAsync(reader, $"organisme={followed.Body.Key}&langue=en", "ann@example.org");
        await ConfirmAsync(reader, $"proposition={followed.Proposition(1)}", "ines@example.org");

        await AnswerAsync(followed, 2);
        await HasNewsAsync("ann@example.org");
        await RoundAsync(Settled);

        Assert.Contains(
            "To stop receiving anything",
            await Mailbox.LastToAsync(product, "ann@example.org"),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            followed.Proposition(2),
            await Mailbox.LastToAsync(product, "ines@example.org"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_becomes_late_is_told_once()
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var followed = await Given.FollowedOpinionAsync(product, propositions: 1, dueOn: today.AddDays(1));
        await ConfirmAsync(product.Browse(), "", "paul@example.org");

        await RoundAsync(TimeSpan.FromDays(1) + Settled);
        await RoundAsync(TimeSpan.FromDays(3) + Settled);
        var told = await Mailbox.LastToAsync(product, "paul@example.org");
        await RoundAsync(TimeSpan.FromDays(5) + Settled);

        Assert.Contains(followed.Proposition(1), told, StringComparison.Ordinal);
        Assert.Equal(told, await Mailbox.LastToAsync(product, "paul@example.org"));
    }

    [Fact]
    public async Task An_address_that_never_confirms_is_forgotten()
    {
        await AskAsync(product.Browse(), "", "nul@example.org");

        await RoundAsync(Subscription.TimeToConfirm + TimeSpan.FromMinutes(1));

        Assert.Equal(0, await CountAsync("nul@example.org"));
    }

    [Fact]
    public async Task Asking_again_replaces_the_earlier_wish()
    {
        var followed = await Given.FollowedOpinionAsync(product);
        var reader = product.Browse();
        await ConfirmAsync(reader, $"avis={followed.Opinion.Slug}", "rose@example.org");
        await ConfirmAsync(reader, $"avis={followed.Opinion.Slug}", "rose@example.org");

        Assert.Equal(1, await CountAsync("rose@example.org"));
    }

    [Theory]
    [InlineData("avis=inconnu")]
    [InlineData("proposition=AC-1900-01-P1")]
    [InlineData("organisme=personne")]
    public async Task What_does_not_exist_is_not_followed(string query) =>
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await product.Browse().GoAsync($"/suivi/abonnement?{query}")).Status
        );

    [Fact]
    public async Task A_false_link_leads_nowhere()
    {
        var reader = product.Browse();

        Assert.Equal(HttpStatusCode.NotFound, (await reader.GoAsync("/suivi/abonnement/faux")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GoAsync("/suivi/abonnement/faux/fin")).Status);
    }

    [Fact]
    public async Task An_address_that_is_none_is_said_on_the_form()
    {
        var reader = product.Browse();

        var refused = await reader.SubmitAsync(
            await reader.GoAsync("/suivi/abonnement"),
            "#abonnement",
            ("Data.Email", "pas une adresse")
        );

        Assert.Contains("Écrivez une adresse comme nom@exemple.fr.", refused.Words, StringComparison.Ordinal);
    }

    private async Task<string> AskAsync(Browser reader, string query, string address)
    {
        await reader.SendAsync(
            await reader.GoAsync($"/suivi/abonnement?{query}"),
            "#abonnement",
            ("Data.Email", address),
            ("Data.Rhythm", nameof(Rhythm.AtOnce))
        );
        return await Mailbox.LastToAsync(product, address) ?? "";
    }

    private async Task ConfirmAsync(Browser reader, string query, string address)
    {
        var link = Mailbox.LinkIn(await AskAsync(reader, query, address));
        await reader.SendAsync(await reader.GoAsync(link), "#confirmer");
    }

    private Task<int> AnswerAsync(FollowedOpinion followed, int number) =>
        product.SendAsync(new Answer.Command(followed.Agent, followed.Proposition(number), Given.Answer()));

    private async Task RoundAsync(TimeSpan later)
    {
        using var then = product
            .Services.GetRequiredService<InstanceClock>()
            .At(DateTimeOffset.UtcNow + later);
        await product.Services.GetRequiredService<SubscriptionRound>().WriteAsync(CancellationToken.None);
        await product.Services.GetRequiredService<MailRound>().SendWaitingAsync(CancellationToken.None);
    }

    private Task<DateTimeOffset?> NewsAsync(string address) =>
        product.ReadAsync(db =>
            db.Set<Subscription>().Where(row => row.Email == address).Select(row => row.NewsAt).SingleAsync()
        );

    // Events are told right after the answer is kept, not in the same breath.
    private async Task HasNewsAsync(string address)
    {
        for (var tries = 0; tries < 100 && await NewsAsync(address) is null; tries++)
        {
            await Task.Delay(100);
        }

        Assert.NotNull(await NewsAsync(address));
    }

    private Task<int> CountAsync(string address) =>
        product.ReadAsync(db => db.Set<Subscription>().CountAsync(row => row.Email == address));
}

using System.Net;
using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Following;
using Deliberation.Testing;
using Deliberation.Web.Features.Respond.Feedback;
using Deliberation.Web.Features.Respond.Following;
using Deliberation.Web.Platform;
using Deliberation.Web.Platform.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Make = Deliberation.Web.Features.Respond.Feedback.Publish;
using Treat = Deliberation.Web.Features.Respond.Tracking.Answer;

namespace Deliberation.Web.Tests.Respond.Following;

/// <summary>Who gave feedback without an account, and left an address, is told what becomes of it.</summary>
public sealed class AuthorLetterTests(Product product) : IClassFixture<Product>
{
    private static readonly TimeSpan Settled = Subscription.Quiet + TimeSpan.FromMinutes(1);

    [Fact]
    public async Task An_author_is_told_that_it_is_published_answered_and_that_the_proposition_moved()
    {
        var followed = await Given.FollowedOpinionAsync(product);
        var receipt = await Given.FeedbackAsync(product);
        var author = product.Browse();
        var asked = await AskAsync(author, receipt.Code, "luce@example.org", withCode: true);
        Assert.Contains(receipt.Code, asked, StringComparison.Ordinal);
        await author.SendAsync(await author.GoAsync(Mailbox.LinkIn(asked)), "#confirmer");

        await product.SendAsync(new Make.Command(receipt.Number, Guid.NewGuid()));
        await product.SendAsync(new Link.Command(receipt.Number, followed.Proposition(1), Guid.NewGuid()));
        var passedOn = DateTimeOffset.UtcNow;
        await product.SendAsync(new PassOn.Command(receipt.Number, followed.Body.Id, Guid.NewGuid()));
        var first = await LetterAsync("luce@example.org", passedOn);
        var answered = DateTimeOffset.UtcNow;
        await product.SendAsync(new Treat.Command(followed.Agent, followed.Proposition(1), Given.Answer()));
        var second = await LetterAsync("luce@example.org", answered);

        Assert.Contains("Votre retour est publié.", first, StringComparison.Ordinal);
        Assert.Contains(followed.Proposition(1), first, StringComparison.Ordinal);
        Assert.Contains($"/retours/{receipt.Number}", first, StringComparison.Ordinal);
        Assert.DoesNotContain(receipt.Code, first, StringComparison.Ordinal);
        Assert.Contains("Une institution a répondu à une proposition", second, StringComparison.Ordinal);
        Assert.Contains("Deux cents personnes essaient la clé", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_author_is_told_why_it_is_not_published_and_in_the_language_they_chose()
    {
        var receipt = await Given.FeedbackAsync(product);
        var author = product.Browse();
        await author.GoAsync("/retours?langue=en");
        var asked = await AskAsync(author, receipt.Code, "amy@example.org", withCode: false);
        Assert.DoesNotContain(receipt.Code, asked, StringComparison.Ordinal);
        await author.SendAsync(await author.GoAsync(Mailbox.LinkIn(asked)), "#confirmer");

        var withheld = DateTimeOffset.UtcNow;
        await product.SendAsync(
            new Withhold.Command(receipt.Number, WithholdingReason.Insult, Guid.NewGuid())
        );
        var told = await LetterAsync("amy@example.org", withheld);

        Assert.Contains("Your feedback is not published.", told, StringComparison.Ordinal);
        Assert.Contains("The reason:", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_is_forgotten_with_the_feedback()
    {
        var receipt = await Given.FeedbackAsync(product);
        var author = product.Browse();
        var asked = await AskAsync(author, receipt.Code, "noe@example.org", withCode: false);
        await author.SendAsync(await author.GoAsync(Mailbox.LinkIn(asked)), "#confirmer");

        await product.SendAsync(new Withdraw.Command(FollowCode.Read(receipt.Code)!));

        await Patience.UntilAsync(async () => await CountAsync("noe@example.org") == 0);
        var page = await author.GoAsync($"/retours/suivre/{receipt.Code}/courriel");
        var refused = await author.SubmitAsync(page, "#prevenir", ("Email", "noe@example.org"));
        Assert.Contains("il n’y a plus rien à suivre", refused.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_code_nobody_is_told_anything()
    {
        var page = await product.Browse().GoAsync("/retours/suivre/0000-0000-0000/courriel");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
    }

    private async Task<string> AskAsync(Browser author, string code, string address, bool withCode)
    {
        await author.SendAsync(
            await author.GoAsync($"/retours/suivre/{code}/courriel"),
            "#prevenir",
            ("Email", address),
            ("WithCode", withCode ? "true" : "false")
        );
        return await Mailbox.LastToAsync(product, address) ?? "";
    }

    // Events are told right after what happened is kept, not in the same breath.
    private async Task<string> LetterAsync(string address, DateTimeOffset happened)
    {
        await Patience.UntilAsync(() =>
            product.ReadAsync(db =>
                db.Set<Subscription>()
                    .AnyAsync(row => row.Email == address && row.NewsAt >= happened.AddMilliseconds(-2))
            )
        );
        using var later = product
            .Services.GetRequiredService<InstanceClock>()
            .At(DateTimeOffset.UtcNow + Settled);
        await product.Services.GetRequiredService<SubscriptionRound>().WriteAsync(CancellationToken.None);
        await product.Services.GetRequiredService<MailRound>().SendWaitingAsync(CancellationToken.None);
        return await Mailbox.LastToAsync(product, address) ?? "";
    }

    private Task<int> CountAsync(string address) =>
        product.ReadAsync(db => db.Set<Subscription>().CountAsync(row => row.Email == address));
}

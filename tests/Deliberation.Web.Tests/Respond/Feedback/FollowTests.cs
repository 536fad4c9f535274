using System.Net;
using Deliberation.Domain.Respond.Feedback;
using Deliberation.Testing;
using Deliberation.Web.Features.Respond.Feedback;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Tests.Respond.Feedback;

public sealed class FollowTests(Product product) : IClassFixture<Product>
{
    private static readonly Guid Moderator = Guid.NewGuid();

    [Fact]
    public async Task The_author_finds_their_feedback_with_the_code_however_typed()
    {
        var receipt = await Given.FeedbackAsync(product);
        var browser = product.Browse();
        var typed = receipt.Code.ToLowerInvariant().Replace("-", " ");

        var page = await browser.SubmitAsync(
            await browser.GoAsync("/retours/suivre"),
            "form#suivre",
            ("Code", typed)
        );

        Assert.Equal("Mon retour", page.Heading);
        Assert.Contains("Nous avons reçu votre retour", page.Words, StringComparison.Ordinal);
        Assert.Contains("no-store", page.Response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withheld_feedback_says_why_and_can_be_contested_once()
    {
        var receipt = await Given.FeedbackAsync(product);
        await product.SendAsync(new Withhold.Command(receipt.Number, WithholdingReason.OffTopic, Moderator));
        var browser = product.Browse();
        var page = await browser.GoAsync($"/retours/suivre/{receipt.Code}");
        Assert.Contains("Il ne parle pas de l’espace santé", page.Words, StringComparison.Ordinal);

        var form = await browser.GoAsync($"/retours/suivre/{receipt.Code}/contester");
        var after = await browser.SubmitAsync(
            form,
            "form#contester",
            ("Because", "Si, il en parle. Appelez-moi au 06 11 22 33 44.")
        );
        var again = await browser.SubmitAsync(form, "form#contester", ("Because", "Encore une fois."));

        Assert.Contains("Vous avez contesté cette décision", after.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        var desk = await ReadDeskAsync(receipt.Number);
        Assert.Contains(
            "Si, il en parle. Appelez-moi au [numéro de téléphone masqué]",
            desk.Words,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_author_withdraws_and_a_tombstone_stays()
    {
        var receipt = await Given.PublishedFeedbackAsync(product, "Un récit que je regrette.");
        var browser = product.Browse();

        var form = await browser.GoAsync($"/retours/suivre/{receipt.Code}/retirer");
        var after = await browser.SubmitAsync(form, "form#retirer");
        var tombstone = await browser.GoAsync($"/retours/{receipt.Number}");
        var list = await browser.GoAsync("/retours?q=regrette");

        Assert.Contains("Vous avez retiré votre retour", after.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, tombstone.Status);
        Assert.DoesNotContain("regrette", tombstone.Words + after.Words, StringComparison.Ordinal);
        Assert.Empty(list.Document.QuerySelectorAll(".cards .card"));
    }

    [Fact]
    public async Task The_author_reads_the_reply_and_says_whether_it_was_useful()
    {
        var (receipt, agent) = await PassedOnAsync();
        var words = new ReplyWords(
            "Équipe des retours",
            "La page est réparée depuis hier.",
            ReplyOutcome.Answer
        );
        await product.SendAsync(new Answer.Command(receipt.Number, words, agent));
        var browser = product.Browse();

        var page = await browser.GoAsync($"/retours/suivre/{receipt.Code}");
        var closed = await browser.SubmitAsync(page, "form#appreciation", ("Mark", "Partly"));

        Assert.Contains("La page est réparée depuis hier.", page.Words, StringComparison.Ordinal);
        Assert.Null(closed.Document.QuerySelector("form#appreciation"));
        Assert.Contains("En partie", closed.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_opens_only_its_own_feedback()
    {
        var mine = await Given.FeedbackAsync(product, "Le mien.");
        var other = await Given.FeedbackAsync(product, "Celui d’une autre personne.");

        var page = await product.Browse().GoAsync($"/retours/suivre/{mine.Code}");

        Assert.Contains("Le mien.", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(other.Number, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task States_are_told_in_English_too()
    {
        var receipt = await Given.FeedbackAsync(product);

        var page = await product.Browse().GoAsync($"/retours/suivre/{receipt.Code}?langue=en");

        Assert.Contains("We have received your feedback", page.Words, StringComparison.Ordinal);
        Assert.Contains("Health documents", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_promise_read_by_a_second_person_is_in_the_register_by_its_hash()
    {
        var (receipt, agent) = await PassedOnAsync();
        var words = new ReplyWords(
            "Équipe des retours",
            "Le bouton sera plus grand.",
            ReplyOutcome.ChangePlanned,
            DateOnly.FromDateTime(DateTime.UtcNow).AddMonths(2)
        );
        await product.SendAsync(new Answer.Command(receipt.Number, words, agent));
        var moderator = await Given.InInstanceAsync(
            product,
            Deliberation.Domain.Assemble.Membership.InstanceRole.Moderator
        );

        await product.SendAsync(new Confirm.Command(receipt.Number, moderator));

        var entries = await product.ReadAsync(db =>
            db.Set<Deliberation.Domain.Verify.Ledger.LedgerEntry>()
                .Where(entry => entry.Subject == receipt.Number)
                .ToListAsync()
        );
        var entry = Assert.Single(entries);
        Assert.Contains("change_planned", entry.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("bouton", entry.Content, StringComparison.Ordinal);
    }

    private async Task<Page> ReadDeskAsync(string number)
    {
        var moderator = await Given.InInstanceAsync(
            product,
            Deliberation.Domain.Assemble.Membership.InstanceRole.Moderator
        );
        return await product.Browse(moderator).GoAsync($"/bureau/retours/{number}");
    }

    private async Task<(Receipt Receipt, Guid Agent)> PassedOnAsync()
    {
        var body = await Given.BodyAsync(product);
        var agent = await Given.InInstanceAsync(
            product,
            Deliberation.Domain.Assemble.Membership.InstanceRole.Agent,
            body.Id
        );
        return (await Given.PassedOnFeedbackAsync(product, body.Id), agent);
    }
}

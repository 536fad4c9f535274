using System.Net;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Respond.Feedback;
using Deliberation.Testing;
using Deliberation.Web.Features.Respond.Feedback;

namespace Deliberation.Web.Tests.Respond.Feedback;

public sealed class DeskTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task A_moderator_reads_publishes_links_and_passes_on()
    {
        var opinion = await Given.FollowedOpinionAsync(product);
        var reference = opinion.Proposition(2);
        var receipt = await Given.FeedbackAsync(product, "Le dépôt échoue. Mon tél : 06 55 44 33 22");
        var browser = await ModeratorAsync();
        var queue = await browser.GoAsync("/bureau/retours");
        Assert.Contains(receipt.Number, queue.Words, StringComparison.Ordinal);

        var page = await browser.GoAsync($"/bureau/retours/{receipt.Number}");
        Assert.Contains("[numéro de téléphone masqué]", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("55 44", page.Text, StringComparison.Ordinal);
        page = await browser.SubmitAsync(page, "form#publier");
        page = await browser.GoAsync($"/bureau/retours/{receipt.Number}?chercher={reference}");
        page = await browser.SubmitAsync(page, "form#lier");
        page = await browser.SubmitAsync(page, "form#transmettre", ("BodyId", opinion.Body.Id.ToString()));

        var read = await product.Browse().GoAsync($"/retours/{receipt.Number}");
        Assert.Contains(reference, read.Words, StringComparison.Ordinal);
        Assert.Contains("Transmis", read.Words, StringComparison.Ordinal);
        page = await browser.SubmitAsync(page, $"form#delier-{reference}");
        Assert.Null(page.Document.QuerySelector($"form#delier-{reference}"));
    }

    [Fact]
    public async Task A_link_names_a_proposition_that_exists()
    {
        var receipt = await Given.PublishedFeedbackAsync(product);

        await Assert.ThrowsAsync<Deliberation.Domain.RuleBroken>(() =>
            product.SendAsync(new Link.Command(receipt.Number, "AC-1999-01-P1", Guid.NewGuid()))
        );
    }

    [Fact]
    public async Task A_moderator_hides_what_the_detector_missed_for_ever()
    {
        var receipt = await Given.FeedbackAsync(product, "Kermarrec du guichet B m’a aidé.");
        var browser = await ModeratorAsync();
        var page = await browser.GoAsync($"/bureau/retours/{receipt.Number}");

        page = await browser.SubmitAsync(page, "form#masquer", ("Words", "Kermarrec du guichet B"));

        Assert.Contains("[masqué] m’a aidé.", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Kermarrec", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_withheld_is_nowhere_public()
    {
        var receipt = await Given.FeedbackAsync(product, "Unmotbiensingulier hors sujet.");
        var browser = await ModeratorAsync();
        var page = await browser.GoAsync($"/bureau/retours/{receipt.Number}");

        await browser.SubmitAsync(page, "form#ecarter", ("Reason", "OffTopic"));

        var visitor = product.Browse();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GoAsync($"/retours/{receipt.Number}")).Status);
        foreach (
            var address in new[]
            {
                "/retours?q=unmotbiensingulier",
                "/donnees/retours.csv",
                "/donnees/retours.json",
            }
        )
        {
            var text = (await visitor.GoAsync(address)).Text;
            Assert.DoesNotContain("Unmotbiensingulier", text, StringComparison.Ordinal);
            Assert.DoesNotContain(receipt.Number, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Taken_down_after_publication_it_is_410_with_its_reason()
    {
        var receipt = await Given.PublishedFeedbackAsync(product, "Un nom est resté.");
        await product.SendAsync(
            new Withhold.Command(receipt.Number, WithholdingReason.PersonalData, Guid.NewGuid())
        );

        var page = await product.Browse().GoAsync($"/retours/{receipt.Number}");

        Assert.Equal(HttpStatusCode.Gone, page.Status);
        Assert.Contains("On peut y reconnaître une personne", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Un nom est resté", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_claim_of_change_waits_for_a_second_person()
    {
        var body = await Given.BodyAsync(product);
        var (author, colleague) = (await AgentAsync(body.Id), await AgentAsync(body.Id));
        var receipt = await Given.PassedOnFeedbackAsync(product, body.Id);
        var address = $"/bureau/retours/{receipt.Number}/repondre";
        var form = await author.GoAsync(address);

        var own = await author.SubmitAsync(
            form,
            "form#repondre",
            ("Data.Text", "La page ne se ferme plus."),
            ("Data.Outcome", "ChangeMade"),
            ("Data.Evidence", "Version 4.2"),
            ("Data.Function", "Équipe des retours")
        );
        var hidden = await product.Browse().GoAsync($"/retours/{receipt.Number}");
        var selfish = await author.SubmitAsync(own, "form#confirmer");
        await colleague.SubmitAsync(await colleague.GoAsync(address), "form#confirmer");
        var shown = await product.Browse().GoAsync($"/retours/{receipt.Number}");

        Assert.DoesNotContain("La page ne se ferme plus.", hidden.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, selfish.Status);
        Assert.Contains("La page ne se ferme plus.", shown.Words, StringComparison.Ordinal);
        Assert.Contains("Changement fait", shown.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_that_breaks_a_rule_keeps_what_was_typed()
    {
        var body = await Given.BodyAsync(product);
        var agent = await AgentAsync(body.Id);
        var receipt = await Given.PassedOnFeedbackAsync(product, body.Id);
        var form = await agent.GoAsync($"/bureau/retours/{receipt.Number}/repondre");

        var refused = await agent.SubmitAsync(
            form,
            "form#repondre",
            ("Data.Text", "Une longue réponse bien pesée."),
            ("Data.Outcome", "ChangePlanned"),
            ("Data.Function", "Équipe des retours")
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Un changement prévu a une date", refused.Words, StringComparison.Ordinal);
        Assert.Equal(
            "Une longue réponse bien pesée.",
            refused.Document.QuerySelector("textarea")!.TextContent.Trim()
        );
    }

    [Fact]
    public async Task An_agent_of_another_body_finds_nothing()
    {
        var receipt = await Given.PassedOnFeedbackAsync(product, (await Given.BodyAsync(product)).Id);
        var stranger = await AgentAsync((await Given.BodyAsync(product)).Id);

        var page = await stranger.GoAsync($"/bureau/retours/{receipt.Number}/repondre");
        var list = await stranger.GoAsync("/bureau/retours/a-repondre");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.DoesNotContain(receipt.Number, list.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/bureau/retours", InstanceRole.Moderator)]
    [InlineData("/bureau/retours/a-repondre", InstanceRole.Agent)]
    public async Task The_desk_is_closed_to_other_roles(string address, InstanceRole role)
    {
        foreach (var other in Enum.GetValues<InstanceRole>())
        {
            var body = other == InstanceRole.Agent ? (await Given.BodyAsync(product)).Id : (Guid?)null;
            var person = await Given.InInstanceAsync(product, other, body);

            var page = await product.Browse(person).GoAsync(address);

            Assert.Equal(other == role, page.Status == HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task Markup_in_a_reply_is_shown_as_text()
    {
        var body = await Given.BodyAsync(product);
        var agent = await Given.InInstanceAsync(product, InstanceRole.Agent, body.Id);
        var receipt = await Given.PassedOnFeedbackAsync(product, body.Id);
        const string Attack = "<script>alert(1)</script> [x](javascript:alert(1))";
        await product.SendAsync(
            new Answer.Command(receipt.Number, new ReplyWords(Attack, Attack, ReplyOutcome.Answer), agent)
        );

        var page = await product.Browse().GoAsync($"/retours/{receipt.Number}");

        Assert.DoesNotContain("<script>alert", page.Text, StringComparison.Ordinal);
        Assert.Contains("<script>alert(1)</script>", page.Words, StringComparison.Ordinal);
    }

    private async Task<Browser> ModeratorAsync() =>
        product.Browse(await Given.InInstanceAsync(product, InstanceRole.Moderator));

    private async Task<Browser> AgentAsync(Guid bodyId) =>
        product.Browse(await Given.InInstanceAsync(product, InstanceRole.Agent, bodyId));
}

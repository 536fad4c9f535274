using System.Net;
using Deliberation.Domain;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Testing;
using Microsoft.EntityFrameworkCore;
using Answer = Deliberation.Web.Features.Respond.Tracking.Answer;

namespace Deliberation.Web.Tests.Respond.Tracking;

public sealed class AnswerTests(Product product) : IClassFixture<Product>
{
    private const string Reason = "Deux cents personnes essaient la clé dans trois communes.";

    [Fact]
    public async Task An_agent_previews_then_publishes_and_the_public_reads_it()
    {
        var followed = await Given.FollowedOpinionAsync(product);
        var agent = product.Browse(followed.Agent);
        var form = await agent.GoAsync(Form(followed));

        var preview = await agent.SubmitAsync(form, "#reponse", Filled());
        var desk = await agent.SubmitAsync(preview, "#publier");

        Assert.Contains(
            Reason,
            preview.Document.QuerySelector("#apercu")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal((HttpStatusCode.OK, "/bureau/suivi"), (desk.Status, desk.Address.Split('?')[0]));
        var tracker = await product.Browse().GoAsync($"/suivi/{followed.Opinion.Slug}");
        Assert.Contains("En cours de réalisation, court terme", tracker.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_keeps_nothing()
    {
        var followed = await Given.FollowedOpinionAsync(product);
        var agent = product.Browse(followed.Agent);

        await agent.SubmitAsync(await agent.GoAsync(Form(followed)), "#reponse", Filled());

        Assert.Empty(await AnswersAsync(followed));
    }

    [Fact]
    public async Task A_second_click_on_the_same_form_answers_once()
    {
        var followed = await Given.FollowedOpinionAsync(product);
        var agent = product.Browse(followed.Agent);
        var preview = await agent.SubmitAsync(await agent.GoAsync(Form(followed)), "#reponse", Filled());

        var clicks = await Task.WhenAll(
            agent.SendAsync(preview, "#publier"),
            agent.SendAsync(preview, "#publier"),
            agent.SendAsync(preview, "#publier")
        );

        Assert.All(clicks, click => Assert.Equal(HttpStatusCode.Redirect, click.Status));
        Assert.Single(await AnswersAsync(followed));
    }

    [Fact]
    public async Task Of_two_agents_at_once_the_second_reads_the_first_answer_before_publishing()
    {
        var followed = await Given.FollowedOpinionAsync(product);
        var colleague = await Given.InInstanceAsync(product, InstanceRole.Agent, followed.Body.Id);
        var (first, second) = (product.Browse(followed.Agent), product.Browse(colleague));
        var firstPreview = await first.SubmitAsync(await first.GoAsync(Form(followed)), "#reponse", Filled());
        var secondPreview = await second.SubmitAsync(
            await second.GoAsync(Form(followed)),
            "#reponse",
            Filled(reason: "Le coût dépasse ce que le budget permet cette année.")
        );
        await first.SubmitAsync(firstPreview, "#publier");

        var refused = await second.SendAsync(secondPreview, "#publier");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Une autre réponse vient d’être publiée", refused.Words, StringComparison.Ordinal);
        Assert.Contains(
            Reason,
            refused.Document.QuerySelector(".timeline")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Single(await AnswersAsync(followed));
        var again = await second.SubmitAsync(await second.SubmitAsync(refused, "#reponse"), "#publier");
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal(2, (await AnswersAsync(followed)).Count);
    }

    [Fact]
    public async Task The_agent_of_another_body_is_refused_at_the_page()
    {
        var followed = await Given.FollowedOpinionAsync(product);
        var other = await Given.FollowedOpinionAsync(product);
        var mine = product.Browse(followed.Agent);
        var stranger = product.Browse(other.Agent);
        var preview = await mine.SubmitAsync(await mine.GoAsync(Form(followed)), "#reponse", Filled());

        var page = await stranger.GoAsync(Form(followed));
        var posted = await stranger.SendAsync(
            preview,
            "#publier",
            Token(await stranger.GoAsync(Form(other)))
        );

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Equal(HttpStatusCode.Forbidden, posted.Status);
        Assert.Empty(await AnswersAsync(followed));
    }

    [Fact]
    public async Task The_agent_of_another_body_is_refused_by_the_rule_itself()
    {
        var followed = await Given.FollowedOpinionAsync(product);
        var other = await Given.FollowedOpinionAsync(product);

        var broken = await Assert.ThrowsAsync<RuleBroken>(() =>
            product.SendAsync(new Answer.Command(other.Agent, followed.Proposition(1), Given.Answer()))
        );

        Assert.Equal(TrackingRules.ABodyAnswersWhatItIsInChargeOf, broken.Rule);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://example.org")]
    [InlineData("data:text/html,x")]
    public async Task A_link_that_is_not_safe_is_refused_and_the_words_are_kept(string link)
    {
        var followed = await Given.FollowedOpinionAsync(product);
        var agent = product.Browse(followed.Agent);

        var refused = await agent.SubmitAsync(
            await agent.GoAsync(Form(followed)),
            "#reponse",
            [.. Filled(), ("Data.EvidenceLink", link)]
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(
            "https://",
            refused.Document.QuerySelector("error-focus")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            Reason,
            refused.Document.QuerySelector("textarea")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Markup_in_an_answer_is_shown_as_the_words_it_is()
    {
        var followed = await Given.FollowedOpinionAsync(product);
        var agent = product.Browse(followed.Agent);
        const string Markup =
            "<img src=x onerror=alert(1)><a href=\"javascript:alert(2)\">ici</a> [ici](javascript:3)";

        var preview = await agent.SubmitAsync(
            await agent.GoAsync(Form(followed)),
            "#reponse",
            Filled(reason: Markup)
        );

        var shown = preview.Document.QuerySelector("#apercu")!;
        Assert.Empty(shown.QuerySelectorAll("img, a"));
        Assert.Contains(Markup, shown.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_without_status_or_reason_says_what_is_missing()
    {
        var followed = await Given.FollowedOpinionAsync(product);
        var agent = product.Browse(followed.Agent);

        var page = await agent.SubmitAsync(
            await agent.GoAsync(Form(followed)),
            "#reponse",
            ("Data.Status", ""),
            ("Data.Reason", " "),
            ("Data.Function", "")
        );

        Assert.Equal(3, page.Document.QuerySelectorAll("error-focus li").Length);
        Assert.Empty(await AnswersAsync(followed));
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        var followed = await Given.FollowedOpinionAsync(product);
        var agent = product.Browse(followed.Agent);
        var preview = await agent.SubmitAsync(await agent.GoAsync(Form(followed)), "#reponse", Filled());

        var refused = await agent.SendAsync(preview, "#publier", ("__RequestVerificationToken", "faux"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Empty(await AnswersAsync(followed));
    }

    [Fact]
    public async Task An_oversized_answer_is_too_long_and_says_so()
    {
        var followed = await Given.FollowedOpinionAsync(product);
        var agent = product.Browse(followed.Agent);

        var refused = await agent.SendAsync(
            await agent.GoAsync(Form(followed)),
            "#reponse",
            Filled(reason: new string('a', 1_200_000))
        );

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.Status);
        Assert.Equal("Votre envoi est trop lourd", refused.Heading);
        Assert.Empty(await AnswersAsync(followed));
    }

    [Fact]
    public async Task An_agent_cannot_pretend_that_an_answer_was_imported()
    {
        var followed = await Given.FollowedOpinionAsync(product);
        var agent = product.Browse(followed.Agent);
        var preview = await agent.SubmitAsync(await agent.GoAsync(Form(followed)), "#reponse", Filled());

        await agent.SendAsync(preview, "#publier", ("Data.ImportedFrom", "Le Journal officiel"));

        Assert.Null(Assert.Single(await AnswersAsync(followed)).ImportedFrom);
    }

    [Fact]
    public async Task No_code_path_may_change_or_remove_an_answer()
    {
        var followed = await Given.FollowedOpinionAsync(product);
        await product.SendAsync(new Answer.Command(followed.Agent, followed.Proposition(1), Given.Answer()));

        await Assert.ThrowsAnyAsync<InvalidOperationException>(() =>
            product.ReadAsync(async db =>
            {
                var update = await db.Set<TreatmentUpdate>()
                    .FirstAsync(update => update.BodyId == followed.Body.Id);
                db.Entry(update).Property(known => known.Reason).CurrentValue =
                    "Autre chose, écrite après coup.";
                return await db.SaveChangesAsync();
            })
        );
        await Assert.ThrowsAnyAsync<InvalidOperationException>(() =>
            product.ReadAsync(async db =>
            {
                db.Remove(
                    await db.Set<TreatmentUpdate>().FirstAsync(update => update.BodyId == followed.Body.Id)
                );
                return await db.SaveChangesAsync();
            })
        );
    }

    [Fact]
    public async Task An_administrator_entrusts_a_proposition_and_its_new_body_answers()
    {
        var followed = await Given.FollowedOpinionAsync(product);
        var other = await Given.FollowedOpinionAsync(product);
        var administrator = product.Browse(await Given.InInstanceAsync(product, InstanceRole.Administrator));
        var form = await administrator.GoAsync($"{Form(followed)}/organisme");

        var sent = await administrator.SendAsync(form, "#confier", ("Data.BodyId", other.Body.Id.ToString()));
        await product.SendAsync(new Answer.Command(other.Agent, followed.Proposition(1), Given.Answer()));

        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        Assert.Equal(other.Body.Id, Assert.Single(await AnswersAsync(followed)).BodyId);
    }

    private static string Form(FollowedOpinion followed) => $"/bureau/suivi/{followed.Proposition(1)}";

    private static (string, string)[] Filled(string status = "in-progress-short", string reason = Reason) =>
        [("Data.Status", status), ("Data.Reason", reason), ("Data.Function", "Bureau des usagers")];

    private static (string, string) Token(Page page) =>
        (
            "__RequestVerificationToken",
            page.Document.QuerySelector("#reponse [name=__RequestVerificationToken]")!.GetAttribute("value")!
        );

    private Task<List<TreatmentUpdate>> AnswersAsync(FollowedOpinion followed) =>
        product.ReadAsync(db =>
            (
                from update in db.Set<TreatmentUpdate>()
                join treatment in db.Set<Treatment>() on update.TreatmentId equals treatment.Id
                where treatment.OpinionId == followed.Opinion.Id
                orderby update.Number
                select update
            ).ToListAsync()
        );
}

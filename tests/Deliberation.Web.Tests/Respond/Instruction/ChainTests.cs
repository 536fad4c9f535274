using System.Net;
using Deliberation.Domain;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Respond.Instruction;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Testing;
using Deliberation.Web.Features.Respond.Instruction;
using Microsoft.EntityFrameworkCore;
using Answer = Deliberation.Web.Features.Respond.Tracking.Answer;

namespace Deliberation.Web.Tests.Respond.Instruction;

public sealed class ChainTests(Product product) : IClassFixture<Product>
{
    private const string Reason = "Deux cents personnes essaient la clé dans trois communes.";

    [Fact]
    public async Task Written_by_one_read_and_signed_by_another_then_read_by_all()
    {
        var (followed, second) = await Given.ChainAsync(product);
        var (writer, reader) = (product.Browse(followed.Agent), product.Browse(second));
        var preview = await writer.SubmitAsync(await writer.GoAsync(Form(followed)), "#reponse", Filled());
        Assert.Null(preview.Document.QuerySelector("#publier"));

        var passed = await writer.SubmitAsync(preview, "#confier");
        var own = await writer.GoAsync(Reading(followed));
        var toSign = await reader.SubmitAsync(await reader.GoAsync(Reading(followed)), "#relire");
        var published = await reader.SubmitAsync(await reader.GoAsync(Reading(followed)), "#signer");

        Assert.Contains("attend sa relecture", passed.Words, StringComparison.Ordinal);
        Assert.Null(own.Document.QuerySelector("#relire"));
        Assert.Contains("attend sa signature", toSign.Words, StringComparison.Ordinal);
        Assert.Contains("Votre réponse est publiée", published.Words, StringComparison.Ordinal);
        var answer = Assert.Single(await AnswersAsync(followed));
        Assert.Equal(("Bureau des usagers", Reason), (answer.Function, answer.Reason));
    }

    [Fact]
    public async Task Without_the_chain_the_page_would_publish_and_the_rule_refuses()
    {
        var (followed, _) = await Given.ChainAsync(product);
        var writer = product.Browse(followed.Agent);
        var preview = await writer.SubmitAsync(await writer.GoAsync(Form(followed)), "#reponse", Filled());
        preview.Document.QuerySelector("#confier")!.SetAttribute("action", Form(followed));

        var refused = await writer.SendAsync(preview, "#confier");
        var broken = await Assert.ThrowsAsync<RuleBroken>(() =>
            product.SendAsync(new Answer.Command(followed.Agent, followed.Proposition(1), Given.Answer()))
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(InstructionRules.AnAnswerGoesThroughTheChain, broken.Rule);
        Assert.Empty(await AnswersAsync(followed));
    }

    [Fact]
    public async Task A_second_click_prepares_reads_and_signs_once()
    {
        var (followed, second) = await Given.ChainAsync(product);
        var (writer, reader) = (product.Browse(followed.Agent), product.Browse(second));
        var preview = await writer.SubmitAsync(await writer.GoAsync(Form(followed)), "#reponse", Filled());

        var prepared = await ThriceAsync(writer, preview, "#confier");
        var read = await ThriceAsync(reader, await reader.GoAsync(Reading(followed)), "#relire");
        var signed = await ThriceAsync(reader, await reader.GoAsync(Reading(followed)), "#signer");

        Assert.All(
            [.. prepared, .. read, .. signed],
            click => Assert.Equal(HttpStatusCode.Redirect, click.Status)
        );
        Assert.Equal(4, await product.ReadAsync(db => StepsOf(db, followed).CountAsync()));
        Assert.Single(await AnswersAsync(followed));
    }

    [Fact]
    public async Task Of_two_agents_who_write_at_once_the_second_is_told()
    {
        var (followed, second) = await Given.ChainAsync(product);
        var colleague = product.Browse(second);
        var preview = await colleague.SubmitAsync(
            await colleague.GoAsync(Form(followed)),
            "#reponse",
            Filled()
        );
        await Given.PreparedAnswerAsync(product, (followed, second), 1);

        var refused = await colleague.SendAsync(preview, "#confier");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("déjà en préparation", refused.Words, StringComparison.Ordinal);
        Assert.Contains(
            Reason,
            refused.Document.QuerySelector("textarea")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Of_two_who_handle_it_at_once_the_second_reads_what_the_first_did()
    {
        var chain = await Given.ChainAsync(product);
        var third = await Given.InInstanceAsync(product, InstanceRole.Agent, chain.Followed.Body.Id);
        await Given.PreparedAnswerAsync(product, chain, 1);
        var (first, second) = (product.Browse(chain.Reader), product.Browse(third));
        var (one, other) = (
            await first.GoAsync(Reading(chain.Followed)),
            await second.GoAsync(Reading(chain.Followed))
        );
        await first.SubmitAsync(one, "#renvoyer", ("Data.Reason", "Le coût manque."));

        var refused = await second.SendAsync(other, "#relire");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("vient de changer de mains", refused.Words, StringComparison.Ordinal);
        Assert.Contains("Le coût manque.", refused.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sent_back_it_is_taken_up_again_with_its_words_and_read_anew()
    {
        var chain = await Given.ChainAsync(product);
        var (writer, reader) = (product.Browse(chain.Followed.Agent), product.Browse(chain.Reader));
        await Given.PreparedAnswerAsync(product, chain, 1);
        await reader.SubmitAsync(
            await reader.GoAsync(Reading(chain.Followed)),
            "#renvoyer",
            ("Data.Reason", "Le coût manque.")
        );

        var desk = await writer.GoAsync("/bureau/suivi?vue=Renvoyees");
        var form = await writer.GoAsync(Form(chain.Followed));
        var preview = await writer.SubmitAsync(form, "#reponse", ("Data.EvidenceCitation", "Étude de coût."));
        await writer.SubmitAsync(preview, "#confier");
        var again = await reader.GoAsync(Reading(chain.Followed));

        Assert.Contains("Le coût manque.", desk.Words, StringComparison.Ordinal);
        Assert.Contains(
            Reason,
            form.Document.QuerySelector("textarea")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("Étude de coût.", again.Words, StringComparison.Ordinal);
        Assert.NotNull(again.Document.QuerySelector("#relire"));
    }

    [Fact]
    public async Task Given_up_it_leaves_the_proposition_waiting()
    {
        var chain = await Given.ChainAsync(product);
        var reader = product.Browse(chain.Reader);
        await Given.PreparedAnswerAsync(product, chain, 1);
        var page = await reader.GoAsync(Reading(chain.Followed));
        page.Document.QuerySelector("#renvoyer")!
            .SetAttribute("action", $"{Reading(chain.Followed)}?handler=Abandon");

        await reader.SubmitAsync(page, "#renvoyer", ("Data.Reason", "La question est réglée."));

        Assert.Empty(await AnswersAsync(chain.Followed));
        Assert.Null(
            (await reader.GoAsync(Form(chain.Followed))).Document.QuerySelector("[href$='relecture']")
        );
    }

    [Fact]
    public async Task Staff_of_the_body_alone_read_an_answer_under_way()
    {
        var chain = await Given.ChainAsync(product);
        var id = await Given.PreparedAnswerAsync(product, chain, 1);
        var other = await Given.FollowedOpinionAsync(product);
        var space = await Given.SpaceAsync(product);
        var member = await Given.InSpaceAsync(product, space.Id, SpaceRole.Member);
        var administrator = await Given.InInstanceAsync(product, InstanceRole.Administrator);
        var mine = product.Browse(chain.Reader);
        var stranger = product.Browse(other.Agent);
        var address = Reading(chain.Followed);

        Assert.Equal(HttpStatusCode.OK, (await mine.GoAsync(address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GoAsync(address)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await product.Browse(member).GoAsync(address)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await product.Browse(administrator).GoAsync(address)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await product.Browse().GoAsync(address)).Status);
        Assert.DoesNotContain(
            chain.Followed.Proposition(1),
            (await stranger.GoAsync("/bureau/suivi?vue=ARelire")).Text,
            StringComparison.Ordinal
        );

        // A swapped id, on a form of one's own.
        await product.SendAsync(new Answer.Command(other.Agent, other.Proposition(1), Given.Answer()));
        var form = await mine.GoAsync(address);
        var token = (await stranger.GoAsync($"/bureau/suivi/{other.Proposition(2)}"))
            .Document.QuerySelector("#reponse [name=__RequestVerificationToken]")!
            .GetAttribute("value")!;
        var swapped = await stranger.SendAsync(
            form,
            "#relire",
            ("Data.Id", id.ToString()),
            ("__RequestVerificationToken", token)
        );
        Assert.Equal(HttpStatusCode.NotFound, swapped.Status);
    }

    [Fact]
    public async Task What_staff_say_among_themselves_is_nowhere_public()
    {
        var chain = await Given.ChainAsync(product);
        var followed = chain.Followed;
        var id = await product.SendAsync(
            new Prepare.Command(
                followed.Agent,
                followed.Proposition(1),
                Given.Answer() with
                {
                    Reason = "Raisonencoresecrète, à relire avant tout.",
                }
            )
        );
        var reader = product.Browse(chain.Reader);
        await reader.SubmitAsync(
            await reader.GoAsync(Reading(followed)),
            "#renvoyer",
            ("Data.Reason", "Motsecretdebureau à revoir.")
        );

        var visitor = product.Browse();
        foreach (
            var address in new[]
            {
                "/suivi",
                "/suivi.csv",
                "/suivi.atom",
                $"/suivi/{followed.Opinion.Slug}",
                $"/suivi/{followed.Opinion.Slug}.json",
                $"/suivi/{followed.Opinion.Slug}.csv",
                "/registre",
                "/recherche?q=Motsecretdebureau",
            }
        )
        {
            var text = (await visitor.GoAsync(address)).Text;
            Assert.DoesNotContain("Motsecretdebureau à", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Raisonencoresecrète", text, StringComparison.Ordinal);
            Assert.DoesNotContain(chain.Reader.ToString(), text, StringComparison.Ordinal);
            Assert.DoesNotContain(id.ToString(), text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_administrator_turns_the_chain_on_once_two_agents_are_in_post()
    {
        var followed = await Given.FollowedOpinionAsync(product);
        var administrator = product.Browse(await Given.InInstanceAsync(product, InstanceRole.Administrator));
        var form = $"#chaine-{followed.Body.Key}";

        var refused = await administrator.SendAsync(await administrator.GoAsync("/bureau/organismes"), form);
        await Given.InInstanceAsync(product, InstanceRole.Agent, followed.Body.Id);
        await administrator.SubmitAsync(await administrator.GoAsync("/bureau/organismes"), form);

        Assert.Contains("au moins deux agents", refused.Words, StringComparison.Ordinal);
        Assert.True(
            await product.ReadAsync(db =>
                db.Set<Body>()
                    .Where(body => body.Id == followed.Body.Id)
                    .Select(body => body.HasChain)
                    .SingleAsync()
            )
        );
        var agent = product.Browse(followed.Agent);
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.GoAsync("/bureau/organismes")).Status);
    }

    private static string Form(FollowedOpinion followed) => $"/bureau/suivi/{followed.Proposition(1)}";

    private static string Reading(FollowedOpinion followed) => $"{Form(followed)}/relecture";

    private static (string, string)[] Filled() =>
        [
            ("Data.Status", "in-progress-short"),
            ("Data.Reason", Reason),
            ("Data.Function", "Bureau des usagers"),
        ];

    private static Task<Page[]> ThriceAsync(Browser browser, Page page, string form) =>
        Task.WhenAll(
            browser.SendAsync(page, form),
            browser.SendAsync(page, form),
            browser.SendAsync(page, form)
        );

    private static IQueryable<PreparedStep> StepsOf(DbContext db, FollowedOpinion followed) =>
        from step in db.Set<PreparedStep>()
        join answer in db.Set<PreparedAnswer>() on step.PreparedAnswerId equals answer.Id
        where answer.BodyId == followed.Body.Id
        select step;

    private Task<List<TreatmentUpdate>> AnswersAsync(FollowedOpinion followed) =>
        product.ReadAsync(db =>
            db.Set<TreatmentUpdate>()
                .Where(update => update.BodyId == followed.Body.Id)
                .OrderBy(update => update.Number)
                .ToListAsync()
        );
}

using System.Net;
using AngleSharp.Html.Dom;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Respond.Instruction;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Testing;
using Microsoft.EntityFrameworkCore;
using Answer = Deliberation.Web.Features.Respond.Tracking.Answer;

namespace Deliberation.Web.Tests.Respond.Instruction;

public sealed class BulkTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task Several_propositions_are_answered_together_once_each_line_is_ready()
    {
        var followed = await Given.FollowedOpinionAsync(product);
        var agent = product.Browse(followed.Agent);
        var form = await agent.GoAsync(Table(followed, 1, 2));

        var refused = await agent.SubmitAsync(form, "#ensemble", Filled("Trop court."));
        var ready = await agent.SubmitAsync(
            refused,
            "#ensemble",
            Filled("Les essais ont lieu à Lens ce mois-ci.")
        );
        var nothing = await SendAllAsync(agent, refused);
        var sent = await SendAllAsync(agent, ready);
        var again = await SendAllAsync(agent, ready);

        Assert.Null(refused.Document.QuerySelector("#tout"));
        Assert.Contains("Chaque statut est expliqué", refused.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.Status);
        Assert.NotNull(ready.Document.QuerySelector("#tout"));
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (sent.Status, again.Status));
        Assert.Equal(2, await AnswersAsync(followed));
    }

    [Fact]
    public async Task One_that_was_answered_meanwhile_holds_them_all_back()
    {
        var followed = await Given.FollowedOpinionAsync(product);
        var agent = product.Browse(followed.Agent);
        var ready = await agent.SubmitAsync(
            await agent.GoAsync(Table(followed, 1, 2)),
            "#ensemble",
            Filled("Les essais ont lieu à Lens ce mois-ci.")
        );
        await product.SendAsync(new Answer.Command(followed.Agent, followed.Proposition(2), Given.Answer()));

        var refused = await SendAllAsync(agent, ready);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Une autre réponse vient d’être publiée", refused.Words, StringComparison.Ordinal);
        Assert.Equal(1, await AnswersAsync(followed));
    }

    [Fact]
    public async Task Where_there_is_a_chain_they_are_all_passed_on_to_be_read()
    {
        var (followed, _) = await Given.ChainAsync(product);
        var agent = product.Browse(followed.Agent);
        var ready = await agent.SubmitAsync(
            await agent.GoAsync(Table(followed, 1, 2)),
            "#ensemble",
            Filled("Les essais ont lieu à Lens ce mois-ci.")
        );

        await SendAllAsync(agent, ready);

        Assert.Equal(0, await AnswersAsync(followed));
        var prepared = await product.ReadAsync(db =>
            db.Set<PreparedAnswer>().CountAsync(answer => answer.BodyId == followed.Body.Id)
        );
        Assert.Equal(2, prepared);
    }

    [Fact]
    public async Task A_proposition_of_another_body_is_not_in_the_table()
    {
        var followed = await Given.FollowedOpinionAsync(product);
        var other = await Given.FollowedOpinionAsync(product);
        var administrator = await Given.InInstanceAsync(product, InstanceRole.Administrator);
        var mine = await product.Browse(followed.Agent).GoAsync(Table(followed, 1, 2));
        var stranger = product.Browse(other.Agent);
        var own = await stranger.GoAsync(Table(other, 1, 2));

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GoAsync(Table(followed, 1, 2))).Status);
        Assert.Equal(HttpStatusCode.OK, mine.Status);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await product.Browse(administrator).GoAsync(Table(followed, 1, 2))).Status
        );
        Assert.Equal(HttpStatusCode.Redirect, (await product.Browse().GoAsync(Table(followed, 1, 2))).Status);
        var swapped = await stranger.SendAsync(
            own,
            "#ensemble",
            [
                .. Filled("Les essais ont lieu à Lens ce mois-ci."),
                ("Data.Lines[0].Reference", followed.Proposition(1)),
            ]
        );
        Assert.Equal(HttpStatusCode.NotFound, swapped.Status);
    }

    private static string Table(FollowedOpinion followed, params int[] numbers) =>
        $"/bureau/suivi/ensemble?{string.Join('&', numbers.Select(number => $"p={followed.Proposition(number)}"))}";

    private static (string, string)[] Filled(string second) =>
        [
            ("Data.Status", "in-progress-short"),
            ("Data.Function", "Bureau des usagers"),
            ("Data.Lines[0].Reason", "Les essais ont lieu à Brest ce mois-ci."),
            ("Data.Lines[1].Reason", second),
        ];

    private static Task<Page> SendAllAsync(Browser agent, Page page)
    {
        ((IHtmlFormElement)page.Document.QuerySelector("#ensemble")!).SetAttribute(
            "action",
            "/bureau/suivi/ensemble"
        );
        return agent.SendAsync(page, "#ensemble");
    }

    private Task<int> AnswersAsync(FollowedOpinion followed) =>
        product.ReadAsync(db =>
            db.Set<TreatmentUpdate>().CountAsync(update => update.BodyId == followed.Body.Id)
        );
}

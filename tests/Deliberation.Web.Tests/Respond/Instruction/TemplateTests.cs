using System.Net;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Testing;

namespace Deliberation.Web.Tests.Respond.Instruction;

public sealed class TemplateTests(Product product) : IClassFixture<Product>
{
    private const string Desk = "/bureau/suivi/modeles";
    private const string Text = "La proposition est étudiée depuis le […], avec les usagers.";

    [Fact]
    public async Task An_answer_begins_with_a_template_and_its_blanks_are_filled_in()
    {
        var followed = await Given.FollowedOpinionAsync(product);
        var agent = product.Browse(followed.Agent);
        await AddAsync(agent);
        var address = $"/bureau/suivi/{followed.Proposition(1)}";
        var choice = (await agent.GoAsync(address)).Document.QuerySelector("#modele option")!;

        var form = await agent.GoAsync($"{address}?modele={choice.GetAttribute("value")}");
        var unfilled = await agent.SubmitAsync(
            form,
            "#reponse",
            ("Data.Status", "in-progress-short"),
            ("Data.Function", "Bureau des usagers")
        );
        var preview = await agent.SubmitAsync(
            unfilled,
            "#reponse",
            ("Data.Reason", Text.Replace("[…]", "2 mars", StringComparison.Ordinal))
        );

        Assert.Equal(Text, form.Document.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unfilled.Status);
        Assert.Contains("Chaque blanc […]", unfilled.Words, StringComparison.Ordinal);
        Assert.NotNull(preview.Document.QuerySelector("#publier"));
    }

    [Fact]
    public async Task A_template_is_changed_then_removed()
    {
        var agent = product.Browse((await Given.FollowedOpinionAsync(product)).Agent);
        var list = await AddAsync(agent);
        var one = list.Document.QuerySelector("#modeles a")!.GetAttribute("href")!;

        var refused = await agent.SubmitAsync(await agent.GoAsync(one), "#modele", ("Data.Title", ""));
        var changed = await agent.SubmitAsync(
            await agent.GoAsync(one),
            "#modele",
            ("Data.Title", "À l’étude, bientôt")
        );
        var emptied = await agent.SubmitAsync(await agent.GoAsync(one), "#retirer");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("À l’étude, bientôt", changed.Words, StringComparison.Ordinal);
        Assert.Null(emptied.Document.QuerySelector("#modeles a"));
        Assert.Equal(HttpStatusCode.NotFound, (await agent.GoAsync(one)).Status);
    }

    [Fact]
    public async Task A_second_click_adds_one_template()
    {
        var agent = product.Browse((await Given.FollowedOpinionAsync(product)).Agent);
        var form = await agent.GoAsync(Desk);
        (string, string)[] words = [("Data.Title", "À l’étude"), ("Data.Text", Text)];

        await agent.SendAsync(form, "#modele", words);
        await agent.SendAsync(form, "#modele", words);

        Assert.Single((await agent.GoAsync(Desk)).Document.QuerySelectorAll("#modeles li"));
    }

    [Fact]
    public async Task A_body_reads_and_changes_its_own_templates_only()
    {
        var mine = product.Browse((await Given.FollowedOpinionAsync(product)).Agent);
        var other = await Given.FollowedOpinionAsync(product);
        var stranger = product.Browse(other.Agent);
        var administrator = product.Browse(await Given.InInstanceAsync(product, InstanceRole.Administrator));
        var list = await AddAsync(mine);
        var one = list.Document.QuerySelector("#modeles a")!.GetAttribute("href")!;

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GoAsync(one)).Status);
        Assert.Null((await stranger.GoAsync(Desk)).Document.QuerySelector("#modeles a"));
        Assert.Equal(HttpStatusCode.Forbidden, (await administrator.GoAsync(Desk)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await product.Browse().GoAsync(Desk)).Status);
        var theirs = await stranger.GoAsync(
            $"/bureau/suivi/{other.Proposition(1)}?modele={one.Split('/')[^1]}"
        );
        Assert.DoesNotContain("étudiée depuis", theirs.Text, StringComparison.Ordinal);
    }

    private static async Task<Page> AddAsync(Browser agent) =>
        await agent.SubmitAsync(
            await agent.GoAsync(Desk),
            "#modele",
            ("Data.Title", "À l’étude"),
            ("Data.Text", Text)
        );
}

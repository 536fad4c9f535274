using System.Net;
using System.Text.Json;
using Deliberation.Domain;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Testing;
using Deliberation.Web.Features.Respond.Instruction;
using Microsoft.EntityFrameworkCore;
using Answer = Deliberation.Web.Features.Respond.Tracking.Answer;

namespace Deliberation.Web.Tests.Respond.Tracking;

/// <summary>An agent replies to the minority positions beside the proposition they answer.</summary>
public sealed class PositionReplyTests(Product product) : IClassFixture<Product>
{
    private const string Words = "Nous demandons aussi des embauches avant l’été.";

    [Fact]
    public async Task The_form_shows_each_position_asks_for_a_reply_and_publishes_it_beside_the_reason()
    {
        var opinion = await DissentedAsync();
        var agent = product.Browse(opinion.Agent);
        var form = await agent.GoAsync($"/bureau/suivi/{opinion.Proposition(1)}");
        Assert.Contains(Given.Position, form.Words, StringComparison.Ordinal);

        var silent = await agent.SubmitAsync(form, "#reponse", Filled);
        Assert.Contains("Répondez à cette position minoritaire.", silent.Words, StringComparison.Ordinal);
        var preview = await agent.SubmitAsync(silent, "#reponse", ("Data.Replies[0]", Words));
        Assert.Contains(
            Words,
            preview.Document.QuerySelector("#apercu")?.TextContent,
            StringComparison.Ordinal
        );
        await agent.SubmitAsync(preview, "#publier");

        var read = await product.Browse().GoAsync($"/avis/{opinion.Slug}/propositions/1");
        Assert.Contains("Réponse à la position minoritaire 1", read.Words, StringComparison.Ordinal);
        Assert.Contains(Words, read.Words, StringComparison.Ordinal);
        Assert.Equal(Words, (await RepliesAsync(opinion, answer: 1))[0].GetProperty("words").GetString());
    }

    [Fact]
    public async Task A_later_answer_leaves_the_reply_or_gives_another()
    {
        var opinion = await DissentedAsync();
        var agent = product.Browse(opinion.Agent);
        await GiveAsync(opinion, Words);

        var again = await agent.GoAsync($"/bureau/suivi/{opinion.Proposition(1)}");
        Assert.Contains("Vous lui avez répondu :", again.Words, StringComparison.Ordinal);
        var preview = await agent.SubmitAsync(again, "#reponse", Filled);
        await agent.SubmitAsync(preview, "#publier");
        await GiveAsync(opinion, "Les embauches sont faites dans douze cantons.");

        Assert.Single(await RepliesAsync(opinion, answer: 1));
        Assert.Empty(await RepliesAsync(opinion, answer: 2));
        Assert.Single(await RepliesAsync(opinion, answer: 3));
        var page = await product.Browse().GoAsync($"/avis/{opinion.Slug}/propositions/1");
        Assert.Contains(Words, page.Words, StringComparison.Ordinal);
        Assert.Contains("Les embauches sont faites", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_reply_the_answer_is_refused_whatever_the_way_in()
    {
        var opinion = await DissentedAsync();

        var refused = await Assert.ThrowsAsync<RuleBroken>(() => GiveAsync(opinion, reply: null));
        var stranger = await Assert.ThrowsAsync<RuleBroken>(() =>
            product.SendAsync(
                new Answer.Command(
                    opinion.Agent,
                    opinion.Proposition(1),
                    Given.Answer() with
                    {
                        Replies = PositionReplies.Of([new(1, Words), new(2, Words)]),
                    }
                )
            )
        );

        Assert.Equal(TrackingRules.EachPositionIsRepliedTo, refused.Rule);
        Assert.Equal(TrackingRules.AReplyIsToAPosition, stranger.Rule);
        var agent = product.Browse(opinion.Agent);
        var form = await agent.GoAsync($"/bureau/suivi/{opinion.Proposition(1)}");
        var brief = await agent.SubmitAsync(form, "#reponse", [.. Filled, ("Data.Replies[0]", "Non.")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, brief.Status);
        Assert.Contains("de 20 à 5 000 caractères", brief.Words, StringComparison.Ordinal);
        Assert.Contains(
            "Non.",
            brief.Document.QuerySelector("[name='Data.Replies[0]']")?.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_table_of_open_data_says_how_many_positions_are_replied_to()
    {
        var opinion = await DissentedAsync();
        var client = product.Browse().Client;

        var before = await RowAsync();
        await GiveAsync(opinion, Words);

        Assert.EndsWith(",1,0,,,,false", before, StringComparison.Ordinal);
        Assert.EndsWith(",1,1,,,,false", await RowAsync(), StringComparison.Ordinal);
        var schema = await client.GetStringAsync("/donnees/schemas/suivi.json");
        Assert.Contains("\"minority_positions_replied\"", schema, StringComparison.Ordinal);

        async Task<string> RowAsync() =>
            (await client.GetStringAsync($"/suivi/{opinion.Slug}.csv"))
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)[1]
                .TrimEnd('\r');
    }

    [Fact]
    public async Task An_answer_under_way_holds_its_replies_until_it_is_published()
    {
        var opinion = await DissentedAsync();
        var reader = await ChainAsync(opinion);
        var bare = Given.Answer() with { After = 0 };
        var content = bare with { Replies = PositionReplies.Of([new(1, Words)]) };

        var refused = await Assert.ThrowsAsync<RuleBroken>(() => PrepareAsync(bare));
        var id = await PrepareAsync(content);
        Assert.Equal(id, await PrepareAsync(content));
        var reading = await product
            .Browse(reader)
            .GoAsync($"/bureau/suivi/{opinion.Proposition(1)}/relecture");
        await product.SendAsync(new Review.Command(new StepTaken(reader, id, 1)));
        await product.SendAsync(new Sign.Command(new StepTaken(reader, id, 2)));

        Assert.Equal(TrackingRules.EachPositionIsRepliedTo, refused.Rule);
        Assert.Contains(Words, reading.Words, StringComparison.Ordinal);
        Assert.Equal(Words, (await RepliesAsync(opinion, answer: 1))[0].GetProperty("words").GetString());

        Task<Guid> PrepareAsync(TreatmentAnswer answer) =>
            product.SendAsync(new Prepare.Command(opinion.Agent, opinion.Proposition(1), answer));
    }

    [Fact]
    public async Task An_answer_sent_back_is_taken_up_with_its_replies()
    {
        var opinion = await DissentedAsync();
        var reader = await ChainAsync(opinion);
        var content = Given.Answer() with { After = 0, Replies = PositionReplies.Of([new(1, Words)]) };
        var id = await product.SendAsync(new Prepare.Command(opinion.Agent, opinion.Proposition(1), content));
        await product.SendAsync(new SendBack.Command(new StepTaken(reader, id, 1), "Dites quand."));

        var form = await product.Browse(opinion.Agent).GoAsync($"/bureau/suivi/{opinion.Proposition(1)}");

        Assert.Equal(Words, form.Document.QuerySelector("[name='Data.Replies[0]']")?.TextContent.Trim());
    }

    [Fact]
    public async Task A_table_of_answers_is_refused_at_the_line_that_leaves_a_position_without_reply()
    {
        var opinion = await DissentedAsync();
        var agent = product.Browse(opinion.Agent);
        var form = await agent.GoAsync($"/bureau/suivi/ensemble?p={opinion.Proposition(1)}");

        var refused = await agent.SubmitAsync(
            form,
            "#ensemble",
            ("Data.Status", "in-progress-short"),
            ("Data.Function", "Bureau des usagers"),
            ("Data.Lines[0].Reason", "Les essais ont lieu à Lens ce mois-ci.")
        );

        Assert.Contains("chacune de ses positions minoritaires", refused.Words, StringComparison.Ordinal);
        Assert.Null(refused.Document.QuerySelector("#tout"));
    }

    [Fact]
    public async Task A_table_taken_out_holds_the_positions_and_one_given_back_replies_to_them()
    {
        var opinion = await DissentedAsync();
        var agent = product.Browse(opinion.Agent);
        var reference = opinion.Proposition(1);

        var taken = await agent.GoAsync("/bureau/suivi/tableau.csv");
        var lacking = await GiveTableAsync(agent, $"{reference};in-progress-short;{Reason};Bureau;");
        var preview = await GiveTableAsync(
            agent,
            $"{reference};in-progress-short;{Reason};Bureau;M1 : {Words}"
        );
        await agent.SubmitAsync(preview, "#publier");
        var again = await agent.GoAsync("/bureau/suivi/tableau.csv");

        Assert.Contains("Positions minoritaires", taken.Text, StringComparison.Ordinal);
        Assert.Contains("M1 : ", taken.Text, StringComparison.Ordinal);
        Assert.Contains("chacune de ses positions minoritaires", lacking.Words, StringComparison.Ordinal);
        Assert.Null(lacking.Document.QuerySelector("#publier"));
        Assert.Contains(Words, preview.Words, StringComparison.Ordinal);
        Assert.Equal(Words, (await RepliesAsync(opinion, answer: 1))[0].GetProperty("words").GetString());
        Assert.Contains($"M1 : {Words}", again.Text, StringComparison.Ordinal);
    }

    private const string Reason = "Les essais ont lieu à Lens ce mois-ci.";

    private static async Task<Page> GiveTableAsync(Browser agent, string line)
    {
        var form = await agent.GoAsync("/bureau/suivi/tableau");
        return await agent.SubmitAsync(
            form,
            "#tableau",
            ("Data.Text", $"Référence;Statut;Raison;Fonction;Réponses aux positions minoritaires\n{line}")
        );
    }

    private static (string, string)[] Filled =>
        [
            ("Data.Status", "in-progress-short"),
            ("Data.Reason", "Deux cents personnes essaient la clé dans trois communes."),
            ("Data.Function", "Bureau des usagers"),
        ];

    private async Task<JudgedOpinion> DissentedAsync()
    {
        var opinion = await Given.AssembledOpinionAsync(product);
        await Given.PositionAsync(product, opinion);
        return await Given.PublishAsync(product, opinion);
    }

    /// <summary>The body has its answers read and signed from now on, by this second agent.</summary>
    private async Task<Guid> ChainAsync(JudgedOpinion opinion)
    {
        var body = await product.ReadAsync(db =>
            db.Set<Appointment>()
                .Where(one => one.PersonId == opinion.Agent)
                .Select(one => one.BodyId)
                .SingleAsync()
        );
        var reader = await Given.InInstanceAsync(product, InstanceRole.Agent, body);
        var administrator = await Given.InInstanceAsync(product, InstanceRole.Administrator);
        await product.SendAsync(new Chains.Command(administrator, body.GetValueOrDefault(), On: true));
        return reader;
    }

    private Task<int> GiveAsync(JudgedOpinion opinion, string? reply) =>
        product.SendAsync(
            new Answer.Command(
                opinion.Agent,
                opinion.Proposition(1),
                Given.Answer() with
                {
                    Replies = reply is null ? null : PositionReplies.Of([new(1, reply)]),
                }
            )
        );

    private async Task<JsonElement[]> RepliesAsync(JudgedOpinion opinion, int answer)
    {
        using var data = JsonDocument.Parse(
            await product.Browse().Client.GetStringAsync($"/suivi/{opinion.Slug}.json")
        );
        return
        [
            .. data
                .RootElement.GetProperty("propositions")[0]
                .GetProperty("history")[answer - 1]
                .GetProperty("replies")
                .EnumerateArray()
                .Select(reply => reply.Clone()),
        ];
    }
}

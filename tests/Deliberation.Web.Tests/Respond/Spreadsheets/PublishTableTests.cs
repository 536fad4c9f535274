using System.Net;
using System.Text;
using Deliberation.Domain.Respond.Instruction;
using Deliberation.Domain.Respond.Spreadsheets;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Testing;
using Microsoft.EntityFrameworkCore;
using Answer = Deliberation.Web.Features.Respond.Tracking.Answer;

namespace Deliberation.Web.Tests.Respond.Spreadsheets;

/// <summary>What a table changes is read line by line, then done as a whole or not at all.</summary>
public sealed class PublishTableTests(Product product) : IClassFixture<Product>
{
    private const string Status = "En cours de réalisation, court terme";
    private const string Reason = "Les essais ont lieu à Lens ce mois-ci.";

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task A_table_given_back_as_it_was_taken_changes_nothing(string ending)
    {
        var (followed, agent) = await AnsweredAsync();

        var preview = await Given.GiveTableAsync(agent, await TakeAsync(agent, ending), $"suivi.{ending}");

        Assert.Contains("Ce tableau ne change rien", preview.Words, StringComparison.Ordinal);
        Assert.Contains("Sans changement (3)", preview.Words, StringComparison.Ordinal);
        Assert.Null(preview.Document.QuerySelector("#publier"));
        Assert.Equal(1, await AnswersAsync(followed));
    }

    [Fact]
    public async Task One_change_in_the_table_publishes_exactly_one_answer_however_often_it_is_sent()
    {
        var (followed, agent) = await AnsweredAsync();
        var taken = Encoding.UTF8.GetString(await TakeAsync(agent, "csv"));
        var changed = taken.Replace("dans trois communes", "dans dix communes", StringComparison.Ordinal);

        var preview = await Given.GiveTableAsync(agent, Encoding.UTF8.GetBytes(changed));
        var before = await AnswersAsync(followed);
        var all = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => agent.SendAsync(preview, "#publier"))
        );
        var done = await agent.SubmitAsync(preview, "#publier");

        Assert.Equal(1, before);
        Assert.Contains("Changements (1)", preview.Words, StringComparison.Ordinal);
        Assert.Contains(
            "dix",
            preview.Document.QuerySelector("#lignes ins")?.TextContent,
            StringComparison.Ordinal
        );
        Assert.All(all, sent => Assert.Equal(HttpStatusCode.Redirect, sent.Status));
        Assert.Contains("Réponses données : 1", done.Words, StringComparison.Ordinal);
        Assert.Equal(2, await AnswersAsync(followed));
    }

    [Fact]
    public async Task One_refused_line_holds_all_of_them_back_and_says_why()
    {
        var followed = await Given.FollowedOpinionAsync(product);
        var agent = product.Browse(followed.Agent);
        var ready = await Given.GiveTableAsync(
            agent,
            Given.Table([
                .. Enumerable.Range(1, 3).Select(number => (followed.Proposition(number), Status, Reason)),
            ])
        );
        var table = Given.Table(
            (followed.Proposition(1), Status, Reason),
            (followed.Proposition(2), "Peut-être", Reason),
            (followed.Proposition(3), Status, "Court."),
            ("AC-1999-01-P1", Status, Reason)
        );

        var preview = await Given.GiveTableAsync(agent, table);
        var forced = await ForceAsync(agent, ready, preview.Address);

        Assert.Contains("Refusées (3)", preview.Words, StringComparison.Ordinal);
        Assert.Contains("Case B3 :", preview.Words, StringComparison.Ordinal);
        Assert.Contains("Le statut est choisi", preview.Words, StringComparison.Ordinal);
        Assert.Contains("Écrit : Peut-être", preview.Words, StringComparison.Ordinal);
        Assert.Contains("Chaque statut est expliqué", preview.Words, StringComparison.Ordinal);
        Assert.Contains("Case A5 :", preview.Words, StringComparison.Ordinal);
        Assert.Contains("Chaque ligne cite la référence", preview.Words, StringComparison.Ordinal);
        Assert.Null(preview.Document.QuerySelector("#publier"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forced.Status);
        Assert.Contains(SheetRules.ASheetIsTakenWhole.Sentence, forced.Words, StringComparison.Ordinal);
        Assert.Equal(0, await AnswersAsync(followed));
    }

    [Fact]
    public async Task An_answer_given_by_a_colleague_meanwhile_is_read_first()
    {
        var followed = await Given.FollowedOpinionAsync(product);
        var agent = product.Browse(followed.Agent);
        var preview = await Given.GiveTableAsync(
            agent,
            Given.Table((followed.Proposition(1), Status, Reason), (followed.Proposition(2), Status, Reason))
        );
        await product.SendAsync(new Answer.Command(followed.Agent, followed.Proposition(2), Given.Answer()));

        var again = await agent.SendAsync(preview, "#publier");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("Une autre réponse vient d’être publiée", again.Words, StringComparison.Ordinal);
        Assert.Equal(1, await AnswersAsync(followed));
        await agent.SendAsync(again, "#publier");
        Assert.Equal(3, await AnswersAsync(followed));
    }

    [Fact]
    public async Task A_change_made_on_an_older_answer_than_the_last_is_refused()
    {
        var (followed, agent) = await AnsweredAsync();
        var taken = Encoding.UTF8.GetString(await TakeAsync(agent, "csv"));
        var later = Given.Answer() with { Reason = "Mille personnes essaient la clé partout." };
        await product.SendAsync(new Answer.Command(followed.Agent, followed.Proposition(1), later));

        var preview = await Given.GiveTableAsync(
            agent,
            Encoding.UTF8.GetBytes(taken.Replace("trois communes", "dix communes", StringComparison.Ordinal))
        );

        Assert.Contains("Refusées (1)", preview.Words, StringComparison.Ordinal);
        Assert.Contains("Une autre réponse vient d’être publiée", preview.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_body_answers_none_of_our_propositions()
    {
        var followed = await Given.FollowedOpinionAsync(product);
        var other = await Given.FollowedOpinionAsync(product);

        var preview = await Given.GiveTableAsync(
            product.Browse(other.Agent),
            Given.Table((followed.Proposition(1), Status, Reason))
        );

        Assert.Contains("Un organisme répond seulement", preview.Words, StringComparison.Ordinal);
        Assert.Null(preview.Document.QuerySelector("#publier"));
    }

    [Fact]
    public async Task Where_there_is_a_chain_the_whole_table_is_passed_on_to_be_read()
    {
        var (followed, _) = await Given.ChainAsync(product);
        var agent = product.Browse(followed.Agent);
        var preview = await Given.GiveTableAsync(
            agent,
            Given.Table((followed.Proposition(1), Status, Reason), (followed.Proposition(2), Status, Reason))
        );

        await agent.SubmitAsync(preview, "#publier");
        await agent.SubmitAsync(preview, "#publier");

        Assert.Contains("Tout confier à la relecture (2)", preview.Words, StringComparison.Ordinal);
        Assert.Equal(0, await AnswersAsync(followed));
        Assert.Equal(
            2,
            await product.ReadAsync(db =>
                db.Set<PreparedAnswer>().CountAsync(answer => answer.BodyId == followed.Body.Id)
            )
        );
    }

    [Fact]
    public async Task Markup_is_shown_as_it_is_written()
    {
        var followed = await Given.FollowedOpinionAsync(product);
        const string Markup = "<script>alert(1)</script> <img src=x onerror=alert(1)>";

        var preview = await Given.GiveTableAsync(
            product.Browse(followed.Agent),
            Encoding.UTF8.GetBytes(
                $"Référence;Statut;Raison;Fonction;{Markup}\n{followed.Proposition(1)};{Status};{Markup};{Markup}\n{followed.Proposition(2)};{Markup};{Markup};x\n"
            ),
            $"{Markup}.csv"
        );
        var changes = await product.Browse(followed.Agent).GoAsync($"{preview.Address}?vue=Changements");

        Assert.Contains(Markup, preview.Words, StringComparison.Ordinal);
        Assert.Contains(Markup, changes.Words, StringComparison.Ordinal);
        Assert.Null(preview.Document.QuerySelector("main script, main img"));
        Assert.Null(changes.Document.QuerySelector("main script, main img"));
    }

    [Fact]
    public async Task Accents_of_an_old_Windows_are_read_and_said()
    {
        var followed = await Given.FollowedOpinionAsync(product);
        var table = Given.Table((followed.Proposition(1), Status, "Reporté à l'été prochain, et non avant."));

        var preview = await Given.GiveTableAsync(
            product.Browse(followed.Agent),
            Encoding.Latin1.GetBytes(Encoding.UTF8.GetString(table))
        );

        Assert.Contains("lu comme du Windows-1252", preview.Words, StringComparison.Ordinal);
        Assert.Contains("Reporté à l'été prochain", preview.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_tables_are_read_page_by_page()
    {
        var followed = await Given.FollowedOpinionAsync(product, propositions: 30);
        var agent = product.Browse(followed.Agent);
        var preview = await Given.GiveTableAsync(
            agent,
            Given.Table([
                .. Enumerable.Range(1, 30).Select(number => (followed.Proposition(number), Status, Reason)),
            ])
        );

        var second = await agent.GoAsync($"{preview.Address}?vue=Changements&p=2");
        await agent.SubmitAsync(second, "#publier");

        Assert.Equal(25, preview.Document.QuerySelectorAll("#lignes tbody tr").Length);
        Assert.Equal(5, second.Document.QuerySelectorAll("#lignes tbody tr").Length);
        Assert.Equal(30, await AnswersAsync(followed));
    }

    private async Task<(FollowedOpinion Followed, Browser Agent)> AnsweredAsync()
    {
        var followed = await Given.FollowedOpinionAsync(product);
        await product.SendAsync(
            new Answer.Command(followed.Agent, followed.Proposition(1), Given.Answer("declined"))
        );
        return (followed, product.Browse(followed.Agent));
    }

    private static async Task<byte[]> TakeAsync(Browser agent, string ending) =>
        await (
            await agent.GoAsync($"/bureau/suivi/tableau.{ending}")
        ).Response.Content.ReadAsByteArrayAsync();

    /// <summary>Sends to one preview the form of another, of the same propositions: a page made to pass over what is refused.</summary>
    private static Task<Page> ForceAsync(Browser agent, Page form, string address)
    {
        form.Document.QuerySelector("#publier")!.SetAttribute("action", address);
        return agent.SendAsync(form, "#publier");
    }

    private Task<int> AnswersAsync(FollowedOpinion followed) =>
        product.ReadAsync(db =>
            db.Set<TreatmentUpdate>().CountAsync(update => update.BodyId == followed.Body.Id)
        );
}

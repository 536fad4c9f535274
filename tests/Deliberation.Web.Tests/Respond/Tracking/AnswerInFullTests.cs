using System.Net;
using System.Text.Json;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Domain.Verify.Ledger;
using Deliberation.Testing;
using Deliberation.Web.Tests.Verify.Ledger;
using Microsoft.EntityFrameworkCore;
using Answer = Deliberation.Web.Features.Respond.Tracking.Answer;

namespace Deliberation.Web.Tests.Respond.Tracking;

public sealed class AnswerInFullTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task A_refusal_is_asked_for_its_ground_its_evidence_and_what_would_change_it()
    {
        var followed = await Given.FollowedOpinionAsync(product);
        var agent = product.Browse(followed.Agent);
        var form = await agent.GoAsync(Form(followed));

        var undecided = await agent.SubmitAsync(form, "#reponse", Filled("declined"));
        var bare = await agent.SubmitAsync(undecided, "#reponse", ("Data.Decision", "Declined"));
        var preview = await agent.SubmitAsync(bare, "#reponse", Argued);
        await agent.SubmitAsync(preview, "#publier");

        Assert.Equal(["Data_Decision"], Wrong(undecided));
        Assert.Equal(["Data_Ground", "Data_WouldChange", "Data_EvidenceLink"], Wrong(bare));
        var shown = preview.Document.QuerySelector("#apercu")!.TextContent;
        Assert.All(
            ["Refusée", "Le coût est trop élevé", "Un partage du coût avec les régions."],
            words => Assert.Contains(words, shown, StringComparison.Ordinal)
        );
        var history = await HistoryAsync(followed);
        var decision = history[0].GetProperty("decision");
        Assert.Equal(
            ("declined", "cost", "Un partage du coût avec les régions."),
            (Text(decision, "kind"), Text(decision, "ground"), Text(decision, "would_change"))
        );
    }

    [Fact]
    public async Task A_decision_in_part_says_both_parts_before_it_is_published()
    {
        var followed = await Given.FollowedOpinionAsync(product);
        var agent = product.Browse(followed.Agent);

        var refused = await agent.SubmitAsync(
            await agent.GoAsync(Form(followed)),
            "#reponse",
            [.. Filled("in-progress-short"), ("Data.Decision", "AcceptedInPart")]
        );

        Assert.Equal(["Data_Kept", "Data_NotKept"], Wrong(refused));
        Assert.NotNull(refused.Document.QuerySelector("details[open] [name='Data.Kept']"));
    }

    [Fact]
    public async Task A_law_that_cannot_be_looked_up_is_named_at_its_field()
    {
        var followed = await Given.FollowedOpinionAsync(product);
        var agent = product.Browse(followed.Agent);
        var form = await agent.GoAsync(Form(followed));

        var refused = await agent.SubmitAsync(
            form,
            "#reponse",
            [.. Filled("under-review-law"), ("Data.Laws", "SSAX2100123D L.1111-13")]
        );
        var preview = await agent.SubmitAsync(
            refused,
            "#reponse",
            ("Data.Laws", "SSAX2100123D https://data.europa.eu/eli/reg/2016/679/oj")
        );

        Assert.Equal(["Data_Laws"], Wrong(refused));
        Assert.Contains(
            "L.1111-13",
            refused.Document.QuerySelector("#Data_Laws-error")!.TextContent,
            StringComparison.Ordinal
        );
        var shown = preview.Document.QuerySelector("#apercu")!;
        Assert.Contains("NOR SSAX2100123D", shown.TextContent, StringComparison.Ordinal);
        Assert.NotNull(shown.QuerySelector("a[href='https://data.europa.eu/eli/reg/2016/679/oj']"));
    }

    [Fact]
    public async Task Documents_come_with_an_answer_under_their_titles_and_a_line_without_one_is_named()
    {
        const string Study = "Étude de coût : https://example.org/etude.pdf";
        var followed = await Given.FollowedOpinionAsync(product);
        var agent = product.Browse(followed.Agent);
        var form = await agent.GoAsync(Form(followed));

        var refused = await agent.SubmitAsync(
            form,
            "#reponse",
            [.. Filled("under-review-law"), ("Data.Documents", $"{Study}\nhttps://example.org/sans-titre")]
        );
        var preview = await agent.SubmitAsync(
            refused,
            "#reponse",
            ("Data.Documents", $"{Study}\nCalendrier https://example.org/calendrier")
        );
        await agent.SubmitAsync(preview, "#publier");

        Assert.Equal(["Data_Documents"], Wrong(refused));
        Assert.Equal(
            "Étude de coût",
            preview.Document.QuerySelector("#apercu a[href='https://example.org/etude.pdf']")?.TextContent
        );
        var documents = (await HistoryAsync(followed))[0].GetProperty("documents");
        Assert.Equal(2, documents.GetArrayLength());
        Assert.Equal("Calendrier", documents[1].GetProperty("title").GetString());
    }

    [Fact]
    public async Task Said_to_be_done_and_shown_to_be_done_are_two_marks_counted_apart()
    {
        var followed = await Given.FollowedOpinionAsync(product);
        await AnswerAsync(followed, 1, Given.Answer("taken-into-account"));
        await AnswerAsync(
            followed,
            2,
            Given.Answer("taken-into-account") with
            {
                EvidenceLink = "https://example.org/bilan",
            }
        );
        await AnswerAsync(
            followed,
            3,
            Given.Answer("taken-into-account") with
            {
                EvidenceLink = "https://example.org/audit",
                CheckedBy = "Un laboratoire",
            }
        );

        var opinion = await product.Browse().GoAsync($"/suivi/{followed.Opinion.Slug}");
        var all = await product.Browse().GoAsync($"/suivi?avis={followed.Opinion.Slug}");

        Assert.Contains(
            "Faites et confirmées : 2. Déclarées faites, non confirmées : 1.",
            opinion.Words,
            StringComparison.Ordinal
        );
        Assert.Equal(
            ["Déclarée, non confirmée"],
            opinion.Document.QuerySelectorAll(".badge.declared").Select(badge => badge.TextContent.Trim())
        );
        Assert.Equal(2, opinion.Document.QuerySelectorAll(".badge.confirmed").Length);
        Assert.Equal(
            ["2", "1", "0", "0", "0", "0", "0"],
            all.Document.QuerySelectorAll(".chart-value").Select(figure => figure.TextContent)
        );
        var rows = (await product.Browse().GoAsync($"/suivi/{followed.Opinion.Slug}.csv")).Text.Split("\r\n");
        Assert.Equal(
            [",declared,false,", ",public_document,true,", ",checked,true,Un laboratoire,"],
            rows.Skip(1)
                .Take(3)
                .Select(row =>
                    $",{string.Join(',', row.Split(',')[^12..^9])},".Replace(
                        ",,",
                        ",",
                        StringComparison.Ordinal
                    )
                )
        );
    }

    [Fact]
    public async Task What_changes_between_two_answers_is_told_down_to_the_ground_of_a_refusal()
    {
        var followed = await Given.FollowedOpinionAsync(product, propositions: 1);
        var refusal = Given.Answer("declined");
        await product.SendAsync(new Answer.Command(followed.Agent, followed.Proposition(1), refusal));
        var other = refusal with
        {
            Key = Guid.CreateVersion7(),
            After = 1,
            Decision = refusal.Decision! with
            {
                Ground = RefusalGround.Law,
                WouldChange = "Un changement de la loi de 2004.",
            },
        };
        await product.SendAsync(new Answer.Command(followed.Agent, followed.Proposition(1), other));

        var page = await product.Browse(followed.Agent).GoAsync(Form(followed));

        var moved = page.Document.QuerySelector(".moved")!.TextContent;
        Assert.Contains("Motif du refus. Avant", moved, StringComparison.Ordinal);
        Assert.Contains("La loi ne le permet pas", moved, StringComparison.Ordinal);
        Assert.Contains("Un changement de la loi de 2004.", moved, StringComparison.Ordinal);
        Assert.DoesNotContain("Organisme", moved, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_and_what_it_corrects_are_both_shown()
    {
        var followed = await Given.FollowedOpinionAsync(product);
        var agent = product.Browse(followed.Agent);
        await AnswerAsync(followed, 1, Given.Answer());

        var form = await agent.GoAsync(Form(followed));
        var preview = await agent.SubmitAsync(
            form,
            "#reponse",
            [
                .. Filled("in-progress-short", "Cent personnes essaient la clé, et non deux cents."),
                ("Data.Corrects", "1"),
            ]
        );
        await agent.SubmitAsync(preview, "#publier");

        var entries = (await agent.GoAsync(Form(followed)))
            .Document.QuerySelectorAll(".timeline > li")
            .Select(entry => entry.TextContent)
            .ToList();
        Assert.Contains("corrige la réponse 1", entries[0], StringComparison.Ordinal);
        Assert.Contains("La réponse 2 corrige celle-ci", entries[1], StringComparison.Ordinal);
        Assert.Contains(Given.Answer().Reason, entries[1], StringComparison.Ordinal);
        Assert.Equal(1, (await HistoryAsync(followed))[1].GetProperty("corrects").GetInt32());
    }

    [Fact]
    public async Task A_correction_of_an_answer_never_given_is_refused_even_by_a_forged_form()
    {
        var followed = await Given.FollowedOpinionAsync(product);
        var agent = product.Browse(followed.Agent);
        var preview = await agent.SubmitAsync(
            await agent.GoAsync(Form(followed)),
            "#reponse",
            Filled("in-progress-short")
        );

        var refused = await agent.SendAsync(preview, "#publier", ("Data.Corrects", "7"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Empty(await HistoryAsync(followed));
    }

    [Fact]
    public async Task A_new_form_starts_from_what_lasts_and_never_from_a_refusal()
    {
        var followed = await Given.FollowedOpinionAsync(product);
        await AnswerAsync(
            followed,
            1,
            Given.Answer("declined") with
            {
                SuccessMeasure = "Mille clés remises avant l’été.",
                Laws = "SSAX2100123D",
            }
        );

        var form = (await product.Browse(followed.Agent).GoAsync(Form(followed))).Document;

        Assert.Contains(
            "Mille clés",
            form.QuerySelector("#Data_SuccessMeasure")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal("SSAX2100123D", form.QuerySelector("#Data_Laws")!.GetAttribute("value"));
        Assert.Empty(form.QuerySelectorAll("#Data_Decision option[selected]:not([value=''])"));
    }

    [Fact]
    public async Task The_register_seals_what_an_answer_says_and_leaves_out_what_it_does_not()
    {
        using var alone = new Product();
        var followed = await Given.FollowedOpinionAsync(alone, propositions: 2);
        await alone.SendAsync(new Answer.Command(followed.Agent, followed.Proposition(1), Given.Answer()));
        await alone.SendAsync(
            new Answer.Command(followed.Agent, followed.Proposition(2), Given.Answer("declined"))
        );

        var sealed_ = await alone.ReadAsync(db =>
            db.Set<LedgerEntry>()
                .Where(entry => entry.Kind == nameof(TreatmentAnswered))
                .OrderBy(entry => entry.Number)
                .Select(entry => entry.Content)
                .ToListAsync()
        );
        var (exitCode, _) = await LedgerProduct.VerifyAsync(alone);

        Assert.DoesNotContain("decision", sealed_[0], StringComparison.Ordinal);
        Assert.Contains("\"ground\":\"cost\"", sealed_[1], StringComparison.Ordinal);
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public async Task The_whole_answer_reads_in_English()
    {
        var followed = await Given.FollowedOpinionAsync(product);
        await AnswerAsync(followed, 1, Given.Answer("declined"));

        var page = await product.Browse(followed.Agent).GoAsync($"{Form(followed)}?langue=en");

        Assert.All(
            ["Ground for declining", "The cost is too high", "What would change the decision"],
            words => Assert.Contains(words, page.Words, StringComparison.Ordinal)
        );
    }

    private static readonly (string, string)[] Argued =
    [
        ("Data.Ground", "Cost"),
        ("Data.WouldChange", "Un partage du coût avec les régions."),
        ("Data.EvidenceCitation", "Étude de coût, mars 2026."),
    ];

    private static string Form(FollowedOpinion followed) => $"/bureau/suivi/{followed.Proposition(1)}";

    private static (string, string)[] Filled(
        string status,
        string reason = "Le coût dépasse ce que le budget permet cette année."
    ) => [("Data.Status", status), ("Data.Reason", reason), ("Data.Function", "Bureau des usagers")];

    /// <summary>The fields that hold an error, in the order of the summary.</summary>
    private static IEnumerable<string> Wrong(Page page) =>
        page.Document.QuerySelectorAll("error-focus li a").Select(link => link.GetAttribute("href")![1..]);

    private static string? Text(JsonElement holder, string name) => holder.GetProperty(name).GetString();

    private Task AnswerAsync(FollowedOpinion followed, int number, TreatmentAnswer answer) =>
        product.SendAsync(new Answer.Command(followed.Agent, followed.Proposition(number), answer));

    private async Task<IReadOnlyList<JsonElement>> HistoryAsync(FollowedOpinion followed)
    {
        var page = await product.Browse().GoAsync($"/suivi/{followed.Opinion.Slug}.json");
        return
        [
            .. JsonDocument
                .Parse(page.Text)
                .RootElement.GetProperty("propositions")[0]
                .GetProperty("history")
                .EnumerateArray(),
        ];
    }
}

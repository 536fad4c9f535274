using System.Net;
using Deliberation.Domain;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Domain.Respond.Verdicts;
using Deliberation.Domain.Verify.Ledger;
using Deliberation.Testing;
using Deliberation.Web.Features.Respond.Verdicts;
using Deliberation.Web.Platform;
using Deliberation.Web.Platform.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Deliberation.Web.Tests.Respond.Verdicts;

public sealed partial class VerdictTests(Product product) : IClassFixture<Product>
{
    private const string Reason = "La date est donnée, mais rien n’est dit des campagnes.";

    private static readonly TimeSpan Over = TimeSpan.FromDays(32);

    [Fact]
    public async Task Members_judge_without_a_script_and_the_public_reads_the_result_when_the_window_closes()
    {
        var opinion = await Given.JudgedOpinionAsync(product);
        var round = await Given.JudgedAnswerAsync(product, opinion);
        var member = product.Browse(opinion.Committee.Members[0]);
        var account = await member.GoAsync("/compte");
        Assert.Contains("1 réponse attend votre appréciation", account.Words, StringComparison.Ordinal);
        var list = await member.GoAsync(opinion.Address);
        Assert.Contains("Vous n’avez pas encore répondu.", list.Words, StringComparison.Ordinal);

        var given = await member.SubmitAsync(
            await member.GoAsync($"{opinion.Address}/{round.Id}"),
            "#appreciation",
            Filled()
        );

        Assert.Contains("Votre appréciation est enregistrée.", given.Words, StringComparison.Ordinal);
        Assert.Contains(
            Reason,
            given.Document.QuerySelector("textarea")!.TextContent,
            StringComparison.Ordinal
        );
        await SayAsync(opinion, round, 1, Judgement.Satisfying);
        await SayAsync(opinion, round, 2, Judgement.Insufficient);
        await SayAsync(opinion, round, 3, Judgement.Insufficient);
        await SayAsync(opinion, round, 4, Judgement.Insufficient);
        await StrikeAsync(Over);
        var reader = product.Browse();
        var page = await reader.GoAsync($"/avis/{opinion.Slug}/propositions/1");
        Assert.Contains("Exprimés : 5, sur 5 membres.", page.Words, StringComparison.Ordinal);
        Assert.Contains("Deuxième réponse due", page.Words, StringComparison.Ordinal);
        var result = await reader.GoAsync($"/avis/{opinion.Slug}/propositions/1/appreciations/1");
        Assert.Contains(Reason, result.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Membre 1", result.Words, StringComparison.Ordinal);
        Assert.Contains("Affaiblie : 5 membres", result.Words, StringComparison.Ordinal);
        var tracker = await reader.GoAsync($"/suivi/{opinion.Slug}");
        Assert.Contains("Deuxième réponse due", tracker.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_members_said_is_sealed_once_and_a_second_answer_is_owed_while_the_status_stays()
    {
        var opinion = await Given.JudgedOpinionAsync(product);
        var round = await Given.JudgedAnswerAsync(product, opinion);
        await SayAllAsync(opinion, round, Judgement.Insufficient);

        await StrikeAsync(Over);
        await StrikeAsync(Over);

        var acts = await product.ReadAsync(db =>
            db.Set<LedgerEntry>()
                .Where(entry => entry.Subject == round.Reference && entry.Kind == nameof(VerdictPublished))
                .ToListAsync()
        );
        Assert.Single(acts);
        Assert.DoesNotContain("quand ce sera fait", acts[0].Content, StringComparison.Ordinal);
        var closed = await FindAsync(round);
        var treatment = await TreatmentAsync(round);
        Assert.NotNull(closed.SecondAnswerDueOn);
        Assert.Equal(closed.SecondAnswerDueOn, treatment.ExpectedOn);
        Assert.Equal("in-progress-short", treatment.Latest!.Status);
    }

    [Fact]
    public async Task Nothing_is_counted_and_nobody_else_sees_anything_before_the_end()
    {
        var opinion = await Given.JudgedOpinionAsync(product);
        var round = await Given.JudgedAnswerAsync(product, opinion);
        await SayAsync(opinion, round, 0, Judgement.Insufficient, Reason);

        await StrikeAsync(TimeSpan.FromDays(29));

        Assert.Null((await FindAsync(round)).Result);
        var reader = product.Browse();
        var page = await reader.GoAsync($"/avis/{opinion.Slug}/propositions/1");
        Assert.Contains("Rien n’est compté avant.", page.Words, StringComparison.Ordinal);
        var other = product.Browse(opinion.Committee.Members[1]);
        var facilitator = product.Browse(opinion.Committee.Facilitator);
        foreach (
            var seen in new[]
            {
                page,
                await reader.GoAsync($"/avis/{opinion.Slug}/propositions/1/appreciations/1"),
                await reader.GoAsync($"/avis/{opinion.Slug}/propositions/1/appreciations/1.json"),
                await other.GoAsync($"{opinion.Address}/{round.Id}"),
                await facilitator.GoAsync(opinion.Address),
            }
        )
        {
            Assert.DoesNotContain(Reason, seen.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Exprimés", seen.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_form_sent_again_and_again_is_one_verdict_and_a_changed_one_replaces_it()
    {
        var opinion = await Given.JudgedOpinionAsync(product);
        var round = await Given.JudgedAnswerAsync(product, opinion);
        var member = product.Browse(opinion.Committee.Members[0]);
        var form = await member.GoAsync($"{opinion.Address}/{round.Id}");

        var clicks = await Task.WhenAll(
            member.SendAsync(form, "#appreciation", Filled()),
            member.SendAsync(form, "#appreciation", Filled()),
            member.SendAsync(form, "#appreciation", Filled())
        );
        await member.SendAsync(
            form,
            "#appreciation",
            ("Data.Judgement", nameof(Judgement.NoOpinion)),
            ("Data.Reason", "")
        );

        Assert.All(clicks, click => Assert.Equal(HttpStatusCode.Redirect, click.Status));
        Assert.Equal(Judgement.NoOpinion, Assert.Single(await VerdictsAsync(round)).Judgement);
    }

    [Fact]
    public async Task An_answer_before_the_end_closes_the_window_and_opens_another()
    {
        var opinion = await Given.JudgedOpinionAsync(product);
        var first = await Given.JudgedAnswerAsync(product, opinion);
        await SayAllAsync(opinion, first, Judgement.Insufficient);

        var second = await Given.JudgedAnswerAsync(product, opinion);

        var closed = await FindAsync(first);
        Assert.True(closed.IsSuperseded);
        Assert.Equal(5, closed.Result!.Insufficient);
        Assert.Null(closed.SecondAnswerDueOn);
        Assert.Equal((2, null), (second.AnswerNumber, second.ClosedAt));
        var refused = await Assert.ThrowsAsync<RuleBroken>(() =>
            SayAsync(opinion, first, 0, Judgement.Satisfying)
        );
        Assert.Equal(VerdictRules.AVerdictIsGivenInTheWindow, refused.Rule);
    }

    [Fact]
    public async Task A_clock_that_jumps_publishes_once_and_going_back_opens_nothing_again()
    {
        var opinion = await Given.JudgedOpinionAsync(product);
        var round = await Given.JudgedAnswerAsync(product, opinion);
        await SayAllAsync(opinion, round, Judgement.Satisfying);

        await StrikeAsync(TimeSpan.FromDays(800));
        await StrikeAsync(TimeSpan.Zero);

        Assert.Equal(5, (await FindAsync(round)).Result!.Satisfying);
        await Assert.ThrowsAsync<RuleBroken>(() => SayAsync(opinion, round, 0, Judgement.Insufficient));
    }

    [Fact]
    public async Task Between_the_last_day_and_the_count_nobody_judges_and_the_pages_say_so()
    {
        var opinion = await Given.JudgedOpinionAsync(product);
        using var longAgo = At(-Over);
        var round = await Given.JudgedAnswerAsync(product, opinion);
        longAgo.Dispose();
        var member = product.Browse(opinion.Committee.Members[0]);

        var page = await member.GoAsync($"{opinion.Address}/{round.Id}");

        Assert.Contains("Le résultat va être publié.", page.Words, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("#appreciation"));
        var refused = await Assert.ThrowsAsync<RuleBroken>(() =>
            SayAsync(opinion, round, 0, Judgement.Satisfying)
        );
        Assert.Equal(VerdictRules.AVerdictIsGivenInTheWindow, refused.Rule);
    }

    private static (string, string)[] Filled() =>
        [
            ("Data.Judgement", nameof(Judgement.Partly)),
            ("Data.Reason", Reason),
            ("Data.Fidelity", nameof(Fidelity.Weakened)),
        ];

    private Task<Guid> SayAsync(
        JudgedOpinion opinion,
        VerdictRound round,
        int member,
        Judgement judgement,
        string reason = "Rien ne dit quand ce sera fait."
    ) => Given.VerdictAsync(product, opinion, round, opinion.Committee.Members[member], judgement, reason);

    private async Task SayAllAsync(JudgedOpinion opinion, VerdictRound round, Judgement judgement)
    {
        for (var member = 0; member < opinion.Committee.Members.Count; member++)
        {
            await SayAsync(opinion, round, member, judgement);
        }
    }

    private IDisposable At(TimeSpan later) =>
        product.Services.GetRequiredService<InstanceClock>().At(DateTimeOffset.UtcNow + later);

    private async Task StrikeAsync(TimeSpan later)
    {
        using var then = At(later);
        await product.Services.GetRequiredService<VerdictClock>().StrikeAsync(CancellationToken.None);
        await product.Services.GetRequiredService<MailRound>().SendWaitingAsync(CancellationToken.None);
    }

    private async Task<VerdictRound> FindAsync(VerdictRound round) =>
        (await Given.FindRoundAsync(product, round.Reference, round.AnswerNumber))!;

    private Task<Treatment> TreatmentAsync(VerdictRound round) =>
        product.ReadAsync(db =>
            db.Set<Treatment>()
                .AsNoTracking()
                .Include(treatment => treatment.Updates)
                .SingleAsync(treatment => treatment.Id == round.TreatmentId)
        );

    private Task<List<Verdict>> VerdictsAsync(VerdictRound round) =>
        product.ReadAsync(db =>
            db.Set<Verdict>().AsNoTracking().Where(verdict => verdict.RoundId == round.Id).ToListAsync()
        );
}

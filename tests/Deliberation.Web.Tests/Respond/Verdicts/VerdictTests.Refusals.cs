using System.Net;
using Deliberation.Domain;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Respond.Verdicts;
using Deliberation.Testing;
using Microsoft.EntityFrameworkCore;
using Answer = Deliberation.Web.Features.Respond.Tracking.Answer;
using Member = Deliberation.Domain.Assemble.Membership.Membership;

namespace Deliberation.Web.Tests.Respond.Verdicts;

public sealed partial class VerdictTests
{
    [Fact]
    public async Task Only_members_with_a_vote_in_this_space_come_to_the_form()
    {
        var opinion = await Given.JudgedOpinionAsync(product);
        var other = await Given.JudgedOpinionAsync(product, members: 1);
        var round = await Given.JudgedAnswerAsync(product, opinion);
        var spaceId = opinion.Committee.Space.Id;
        var observer = await Given.InSpaceAsync(product, spaceId, SpaceRole.Observer, "Awa");
        var stranger = other.Committee.Members[0];
        var administrator = await Given.InInstanceAsync(product, InstanceRole.Administrator);
        var form = $"{opinion.Address}/{round.Id}";

        foreach (var person in new[] { observer, opinion.Committee.Facilitator, stranger, administrator })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await product.Browse(person).GoAsync(form)).Status);
        }

        Assert.Equal(HttpStatusCode.Redirect, (await product.Browse().Client.GetAsync(form)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await product.Browse(observer).GoAsync(opinion.Address)).Status);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await product.Browse(stranger).GoAsync(opinion.Address)).Status
        );

        // A round of another space is not found under one's own.
        var swapped = await product.Browse(stranger).GoAsync($"{other.Address}/{round.Id}");
        Assert.Equal(HttpStatusCode.NotFound, swapped.Status);
    }

    [Fact]
    public async Task The_rule_itself_refuses_an_ended_term_an_observer_and_a_swapped_space()
    {
        var opinion = await Given.JudgedOpinionAsync(product);
        var other = await Given.JudgedOpinionAsync(product, members: 1);
        var round = await Given.JudgedAnswerAsync(product, opinion);
        var left = opinion.Committee.Members[0];
        await product.ReadAsync(async db =>
        {
            var place = await db.Set<Member>().SingleAsync(member => member.PersonId == left);
            place.End(DateTimeOffset.UtcNow);
            return await db.SaveChangesAsync();
        });

        await RefusesAsync(opinion, left);
        await RefusesAsync(opinion, opinion.Committee.Facilitator);
        await RefusesAsync(other, other.Committee.Members[0]);

        Assert.Empty(await VerdictsAsync(round));

        async Task RefusesAsync(JudgedOpinion through, Guid person)
        {
            var broken = await Assert.ThrowsAsync<RuleBroken>(() =>
                Given.VerdictAsync(product, through, round, person, Judgement.Satisfying)
            );
            Assert.Equal(VerdictRules.OnlyMembersWithAVoteJudge, broken.Rule);
        }
    }

    [Fact]
    public async Task A_judgement_without_a_reason_is_asked_for_it_and_the_choice_is_kept()
    {
        var opinion = await Given.JudgedOpinionAsync(product, members: 1);
        var round = await Given.JudgedAnswerAsync(product, opinion);
        var member = product.Browse(opinion.Committee.Members[0]);
        var form = await member.GoAsync($"{opinion.Address}/{round.Id}");

        var page = await member.SubmitAsync(
            form,
            "#appreciation",
            ("Data.Judgement", nameof(Judgement.Insufficient)),
            ("Data.Reason", " court ")
        );

        Assert.Contains("Dites pourquoi, en 10 caractères au moins.", page.Words, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("input[value=Insufficient][checked]"));
        var empty = await member.SubmitAsync(form, "#appreciation");
        Assert.Contains("Choisissez une réponse.", empty.Words, StringComparison.Ordinal);
        Assert.Empty(await VerdictsAsync(round));
    }

    [Fact]
    public async Task Reasons_of_fewer_than_five_are_not_published()
    {
        var opinion = await Given.JudgedOpinionAsync(product);
        var round = await Given.JudgedAnswerAsync(product, opinion);
        for (var member = 0; member < 4; member++)
        {
            await SayAsync(opinion, round, member, Judgement.Insufficient, Reason);
        }

        await StrikeAsync(Over);

        var result = await product.Browse().GoAsync($"/avis/{opinion.Slug}/propositions/1/appreciations/1");
        Assert.Contains("Moins de 5 membres se sont exprimés.", result.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(Reason, result.Text, StringComparison.Ordinal);
        Assert.Null((await FindAsync(round)).SecondAnswerDueOn);
    }

    [Fact]
    public async Task What_was_answered_elsewhere_is_not_judged()
    {
        var opinion = await Given.JudgedOpinionAsync(product, members: 1);
        var imported = Given.Answer() with { ImportedFrom = "Analyse du ministère, 10 janvier 2022" };
        await product.SendAsync(new Answer.Command(opinion.Agent, opinion.Proposition(1), imported));

        var second = await Given.JudgedAnswerAsync(product, opinion);

        Assert.Equal(2, second.AnswerNumber);
        Assert.Null(await Given.FindRoundAsync(product, opinion.Proposition(1), 1));
    }

    [Fact]
    public async Task Members_get_one_letter_for_answers_given_together_and_facilitators_none()
    {
        var opinion = await Given.JudgedOpinionAsync(product, members: 1, propositions: 2);
        var spaceId = opinion.Committee.Space.Id;
        var reader = await Given.InSpaceAsync(product, spaceId, SpaceRole.Member, "Lou");
        await Given.JudgedAnswerAsync(product, opinion, 1);
        await Given.JudgedAnswerAsync(product, opinion, 2);

        await StrikeAsync(TimeSpan.FromMinutes(5));
        Assert.Empty(await Mailbox.ToAsync(product, reader));
        await StrikeAsync(VerdictRound.Quiet + TimeSpan.FromMinutes(1));
        await StrikeAsync(VerdictRound.Quiet + TimeSpan.FromMinutes(2));

        var letter = Assert.Single(await Mailbox.ToAsync(product, reader));
        Assert.Contains($"{opinion.Address}", letter, StringComparison.Ordinal);
        Assert.Contains(opinion.Proposition(1), letter, StringComparison.Ordinal);
        Assert.Contains(opinion.Proposition(2), letter, StringComparison.Ordinal);
        Assert.Empty(await Mailbox.ToAsync(product, opinion.Committee.Facilitator));
    }

    [Fact]
    public async Task Results_are_taken_as_data_and_a_person_takes_away_what_they_said()
    {
        var opinion = await Given.JudgedOpinionAsync(product);
        var round = await Given.JudgedAnswerAsync(product, opinion);
        await SayAllAsync(opinion, round, Judgement.Partly);
        var reader = product.Browse();
        var before = await reader.Client.GetStringAsync("/appreciations.csv");
        Assert.DoesNotContain(round.Reference, before, StringComparison.Ordinal);

        await StrikeAsync(Over);

        var csv = await reader.Client.GetStringAsync("/appreciations.csv");
        Assert.Contains($"{round.Reference},{opinion.Reference},1,1,", csv, StringComparison.Ordinal);
        var json = await reader.Client.GetStringAsync("/appreciations.json");
        Assert.Contains("\"partly\":5", json, StringComparison.Ordinal);
        var one = await reader.Client.GetStringAsync(
            $"/avis/{opinion.Slug}/propositions/1/appreciations/1.json"
        );
        Assert.Contains("Rien ne dit quand", one, StringComparison.Ordinal);
        var schema = await reader.Client.GetStringAsync("/donnees/schemas/appreciations.json");
        var header = csv.Split('\n')[0].TrimEnd('\r').Split(',');
        Assert.All(header, name => Assert.Contains($"\"{name}\"", schema, StringComparison.Ordinal));
        var mine = await product.Browse(opinion.Committee.Members[0]).GoAsync("/compte/donnees");
        Assert.Contains("Rien ne dit quand", mine.Text, StringComparison.Ordinal);
    }
}

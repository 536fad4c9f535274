using System.Net;
using Deliberation.Domain;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Deliberate.Ballots;
using Deliberation.Testing;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Tests.Deliberate.Ballots;

public sealed class VoteTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task A_member_chooses_confirms_and_reads_that_the_vote_is_recorded()
    {
        var committee = await Given.CommitteeAsync(product);
        var ballot = await Given.OpenBallotAsync(product, committee);
        var browser = product.Browse(committee.Members[0]);

        var choosing = await browser.GoAsync($"{committee.Address}/scrutins/{ballot}/vote");
        Assert.Contains("Écrire gros", choosing.Words, StringComparison.Ordinal);
        var confirming = await browser.SubmitAsync(choosing, "form#choose", ("Data.Choice", "Against"));
        Assert.Equal("Confirmer votre vote", confirming.Heading);
        Assert.Equal(0, await VotersAsync(ballot));
        var done = await browser.SubmitAsync(confirming, "form#confirm");

        Assert.Contains("Votre vote est enregistré.", done.Words, StringComparison.Ordinal);
        Assert.Contains(
            "Personne ne peut savoir ce que vous avez voté.",
            done.Words,
            StringComparison.Ordinal
        );
        Assert.Equal(1, await VotersAsync(ballot));
    }

    [Fact]
    public async Task The_choice_is_never_part_of_an_address()
    {
        var committee = await Given.CommitteeAsync(product);
        var ballot = await Given.OpenBallotAsync(product, committee);
        var browser = product.Browse(committee.Members[0]);
        var choosing = await browser.GoAsync($"{committee.Address}/scrutins/{ballot}/vote");
        var confirming = await browser.SubmitAsync(choosing, "form#choose", ("Data.Choice", "For"));

        var answer = await browser.SendAsync(confirming, "form#confirm");

        Assert.DoesNotContain("For", answer.Location!, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Choice", answer.Location!, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("no-store", confirming.Response.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task Nothing_chosen_asks_for_a_choice()
    {
        var committee = await Given.CommitteeAsync(product);
        var ballot = await Given.OpenBallotAsync(product, committee);
        var browser = product.Browse(committee.Members[0]);
        var choosing = await browser.GoAsync($"{committee.Address}/scrutins/{ballot}/vote");

        var again = await browser.SubmitAsync(choosing, "form#choose");
        var forged = await browser.SubmitAsync(choosing, "form#choose", ("Data.Choice", "7"));

        Assert.Contains("Choisissez une réponse", again.Words, StringComparison.Ordinal);
        Assert.Contains("Choisissez une réponse", forged.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_click_says_that_one_votes_once_and_that_the_vote_is_recorded()
    {
        var committee = await Given.CommitteeAsync(product);
        var ballot = await Given.OpenBallotAsync(product, committee);
        var browser = product.Browse(committee.Members[0]);
        var choosing = await browser.GoAsync($"{committee.Address}/scrutins/{ballot}/vote");
        var confirming = await browser.SubmitAsync(choosing, "form#choose", ("Data.Choice", "For"));
        await browser.SubmitAsync(confirming, "form#confirm");

        var again = await browser.SubmitAsync(confirming, "form#confirm");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("Un membre vote une seule fois.", again.Words, StringComparison.Ordinal);
        Assert.Contains("Votre vote est enregistré.", again.Words, StringComparison.Ordinal);
        Assert.Equal(1, await VotersAsync(ballot));
    }

    [Fact]
    public async Task A_form_sent_after_the_close_is_told_so_and_counts_for_nothing()
    {
        var committee = await Given.CommitteeAsync(product);
        var ballot = await Given.OpenBallotAsync(product, committee);
        var browser = product.Browse(committee.Members[0]);
        var choosing = await browser.GoAsync($"{committee.Address}/scrutins/{ballot}/vote");
        var confirming = await browser.SubmitAsync(choosing, "form#choose", ("Data.Choice", "For"));
        await Given.CloseAsync(product, committee, ballot);

        var late = await browser.SubmitAsync(confirming, "form#confirm");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains("On vote pendant que le scrutin est ouvert.", late.Words, StringComparison.Ordinal);
        Assert.Equal(0, await VotersAsync(ballot));
    }

    [Fact]
    public async Task Thirty_requests_of_one_member_count_once()
    {
        var committee = await Given.CommitteeAsync(product);
        var ballot = await Given.OpenBallotAsync(product, committee);
        var member = committee.Members[0];

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 30)
                .Select(async _ =>
                {
                    try
                    {
                        await Given.VoteAsync(product, committee, ballot, member, Choice.For);
                        return true;
                    }
                    catch (Exception refused) when (refused is RuleBroken or DbUpdateConcurrencyException)
                    {
                        return false;
                    }
                })
        );

        Assert.Single(answers, counted => counted);
        await Given.CloseAsync(product, committee, ballot);
        var result = await product.ReadAsync(db => db.Set<Ballot>().SingleAsync(b => b.Id == ballot));
        Assert.Equal(1, result.Result!.Voters);
    }

    [Fact]
    public async Task All_members_voting_at_once_are_all_counted()
    {
        var committee = await Given.CommitteeAsync(product, members: 12);
        var ballot = await Given.OpenBallotAsync(product, committee);

        await Task.WhenAll(
            committee.Members.Select(
                (member, i) =>
                    Given.VoteAsync(
                        product,
                        committee,
                        ballot,
                        member,
                        i % 3 == 0 ? Choice.Against : Choice.For
                    )
            )
        );
        await Given.CloseAsync(product, committee, ballot);

        var closed = await product.ReadAsync(db => db.Set<Ballot>().SingleAsync(b => b.Id == ballot));
        Assert.Equal(
            (8, 4, Outcome.Adopted),
            (closed.Result!.For, closed.Result.Against, closed.Result.Outcome)
        );
    }

    [Theory]
    [InlineData(SpaceRole.Facilitator)]
    [InlineData(SpaceRole.Expert)]
    [InlineData(SpaceRole.Observer)]
    public async Task Only_members_and_rapporteurs_vote(SpaceRole role)
    {
        var committee = await Given.CommitteeAsync(product);
        var ballot = await Given.OpenBallotAsync(product, committee);
        var person = await Given.InSpaceAsync(product, committee.Space.Id, role);

        var page = await product.Browse(person).GoAsync($"{committee.Address}/scrutins/{ballot}/vote");

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
    }

    [Fact]
    public async Task Someone_who_joined_after_the_opening_does_not_vote()
    {
        var committee = await Given.CommitteeAsync(product);
        var ballot = await Given.OpenBallotAsync(product, committee);
        var late = await Given.InSpaceAsync(product, committee.Space.Id, SpaceRole.Member);

        var refused = await Assert.ThrowsAsync<RuleBroken>(() =>
            Given.VoteAsync(product, committee, ballot, late, Choice.For)
        );

        Assert.Equal(BallotRules.OnlyElectorsVote, refused.Rule);
    }

    [Fact]
    public async Task A_ballot_of_another_space_is_not_found()
    {
        var committee = await Given.CommitteeAsync(product);
        var elsewhere = await Given.CommitteeAsync(product);
        var ballot = await Given.OpenBallotAsync(product, elsewhere);

        var page = await product
            .Browse(committee.Members[0])
            .GoAsync($"{committee.Address}/scrutins/{ballot}");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
    }

    private Task<int> VotersAsync(Guid ballot) =>
        product.ReadAsync(db => db.Set<Elector>().CountAsync(e => e.BallotId == ballot && e.HasVoted));
}

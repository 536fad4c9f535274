using System.Net;
using Deliberation.Domain;
using Deliberation.Domain.Deliberate.Ballots;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Testing;
using Deliberation.Web.Features.Deliberate.Ballots;
using Deliberation.Web.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Deliberation.Web.Tests.Deliberate.Ballots;

public sealed class ConductTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task A_facilitator_prepares_opens_and_closes_a_vote()
    {
        var committee = await Given.CommitteeAsync(product);
        var proposal = await Given.DebatedProposalAsync(product, committee);
        var browser = product.Browse(committee.Facilitator);

        var list = await browser.GoAsync($"{committee.Address}/scrutins");
        var link = list.Document.QuerySelector($"a[href$='nouveau?proposition={proposal.Id}']");
        var preparing = await browser.GoAsync(link!.GetAttribute("href")!);
        var prepared = await browser.SubmitAsync(
            preparing,
            "form#ballot",
            ("Data.DecisionRule", "TwoThirds"),
            ("Data.Quorum", "50")
        );
        var opening = await browser.GoAsync($"{prepared.Address}/ouverture");
        await browser.SubmitAsync(opening, "form#open");
        var ballot = Guid.Parse(prepared.Address.Split('/')[^1]);
        await Given.VoteAsync(product, committee, ballot, committee.Members[0], Choice.For);
        await Given.VoteAsync(product, committee, ballot, committee.Members[1], Choice.For);
        var closing = await browser.GoAsync($"{prepared.Address}/cloture");
        var closed = await browser.SubmitAsync(closing, "form#close");

        Assert.Contains("La proposition est adoptée.", closed.Words, StringComparison.Ordinal);
        Assert.Contains(
            "Pour : 2. Contre : 0. Abstentions : 0. Votants : 2 sur 3.",
            closed.Words,
            StringComparison.Ordinal
        );
        Assert.Equal(ProposalState.Adopted, await StateAsync(proposal.Id));
        Assert.True((await DocumentAsync(proposal)).IsFrozen);
    }

    [Fact]
    public async Task Votes_prepared_at_the_same_instant_keep_one_order_from_page_to_page()
    {
        var committee = await Given.CommitteeAsync(product);
        var ballots = new List<Guid>();
        using (product.Services.GetRequiredService<InstanceClock>().At(DateTimeOffset.UtcNow))
        {
            for (var count = 0; count < 4; count++)
            {
                var proposal = await Given.DebatedProposalAsync(product, committee);
                ballots.Add(await Given.PreparedBallotAsync(product, committee, proposal.Id));
            }
        }

        var list = await product.Browse(committee.Facilitator).GoAsync($"{committee.Address}/scrutins");

        // The order of the database, which writes them out.
        Assert.Equal(
            ballots.Select(ballot => $"{ballot}").OrderDescending(StringComparer.Ordinal),
            list.Document.QuerySelectorAll("main a")
                .Select(link => link.GetAttribute("href")!.Split('/')[^1])
                .Where(last => ballots.Exists(ballot => $"{ballot}" == last))
        );
    }

    [Fact]
    public async Task Opening_freezes_the_text()
    {
        var committee = await Given.CommitteeAsync(product);
        var proposal = await Given.DebatedProposalAsync(product, committee);
        await Given.OpenBallotAsync(product, committee, proposal);

        await Assert.ThrowsAsync<RuleBroken>(() =>
            Given.WriteAsync(product, proposal.DocumentId, 1, "Écrire petit.", committee.Members[0])
        );

        Assert.Equal(1, (await DocumentAsync(proposal)).FrozenVersion);
    }

    [Fact]
    public async Task A_text_that_changed_since_it_was_read_is_not_put_to_the_vote()
    {
        var committee = await Given.CommitteeAsync(product);
        var proposal = await Given.DebatedProposalAsync(product, committee);
        var ballot = await Given.PreparedBallotAsync(product, committee, proposal.Id);
        var browser = product.Browse(committee.Facilitator);
        var opening = await browser.GoAsync($"{committee.Address}/scrutins/{ballot}/ouverture");
        await Given.WriteAsync(
            product,
            proposal.DocumentId,
            1,
            "Écrire gros, partout.",
            committee.Members[0]
        );

        var stale = await browser.SubmitAsync(opening, "form#open");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, stale.Status);
        Assert.Contains("il a changé depuis", stale.Words, StringComparison.Ordinal);
        Assert.Contains("Écrire gros, partout.", stale.Words, StringComparison.Ordinal);
        Assert.Equal(ProposalState.Debated, await StateAsync(proposal.Id));
        Assert.False((await DocumentAsync(proposal)).IsFrozen);
    }

    [Fact]
    public async Task A_text_too_tangled_to_be_shown_is_not_put_to_the_vote()
    {
        var committee = await Given.CommitteeAsync(product);
        var tangled = string.Concat(Enumerable.Repeat("> ", 2_000)) + "voilà";
        var proposal = await Given.DebatedProposalAsync(product, committee, body: tangled);

        var refused = await Assert.ThrowsAsync<RuleBroken>(() =>
            Given.OpenBallotAsync(product, committee, proposal)
        );

        Assert.Equal(BallotRules.AVotedTextCanBeShown, refused.Rule);
        Assert.False((await DocumentAsync(proposal)).IsFrozen);
    }

    [Fact]
    public async Task The_desk_of_a_facilitator_leads_to_the_votes()
    {
        var committee = await Given.CommitteeAsync(product);

        var desk = await product.Browse(committee.Facilitator).GoAsync("/bureau");

        Assert.NotNull(desk.Document.QuerySelector($"a[href='{committee.Address}/scrutins']"));
        Assert.NotNull(desk.Document.QuerySelector($"a[href='{committee.Address}/avis/assembler']"));
    }

    [Theory]
    [InlineData(Choice.Against, 0, ProposalState.Rejected)]
    [InlineData(Choice.For, 100, ProposalState.Debated)]
    public async Task A_text_that_is_not_adopted_may_change_again(
        Choice choice,
        int quorum,
        ProposalState state
    )
    {
        var committee = await Given.CommitteeAsync(product);
        var proposal = await Given.DebatedProposalAsync(product, committee);
        var ballot = await Given.OpenBallotAsync(product, committee, proposal, quorum: quorum);
        await Given.VoteAsync(product, committee, ballot, committee.Members[0], choice);

        await Given.CloseAsync(product, committee, ballot);

        Assert.Equal(state, await StateAsync(proposal.Id));
        Assert.False((await DocumentAsync(proposal)).IsFrozen);
    }

    [Fact]
    public async Task A_cancelled_vote_destroys_its_papers_and_says_why()
    {
        var committee = await Given.CommitteeAsync(product);
        var proposal = await Given.DebatedProposalAsync(product, committee);
        var ballot = await Given.OpenBallotAsync(product, committee, proposal);
        await Given.VoteAsync(product, committee, ballot, committee.Members[0], Choice.For);
        var browser = product.Browse(committee.Facilitator);
        var page = await browser.GoAsync($"{committee.Address}/scrutins/{ballot}/annulation");

        var unexplained = await browser.SubmitAsync(page, "form#cancel", ("Reason", "non"));
        var done = await browser.SubmitAsync(page, "form#cancel", ("Reason", "Le texte était incomplet."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, unexplained.Status);
        Assert.Contains("Les votes ont été détruits.", done.Words, StringComparison.Ordinal);
        Assert.Contains("Le texte était incomplet.", done.Words, StringComparison.Ordinal);
        Assert.Equal(0, await product.ReadAsync(db => db.Set<Paper>().CountAsync(p => p.BallotId == ballot)));
        Assert.Equal(
            0,
            await product.ReadAsync(db => db.Set<Elector>().CountAsync(e => e.BallotId == ballot))
        );
        Assert.Equal(ProposalState.Debated, await StateAsync(proposal.Id));
    }

    [Fact]
    public async Task A_second_click_on_close_counts_nothing_twice()
    {
        var committee = await Given.CommitteeAsync(product);
        var ballot = await Given.OpenBallotAsync(product, committee);
        var browser = product.Browse(committee.Facilitator);
        var closing = await browser.GoAsync($"{committee.Address}/scrutins/{ballot}/cloture");
        await browser.SubmitAsync(closing, "form#close");

        var again = await browser.SubmitAsync(closing, "form#close");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("une seule fois", again.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_vote_whose_hour_has_passed_is_closed_by_the_clock()
    {
        var committee = await Given.CommitteeAsync(product);
        var ballot = await Given.OpenBallotAsync(product, committee);
        await product.ReadAsync(db =>
            db.Set<Ballot>()
                .Where(b => b.Id == ballot)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(b => b.ClosesAt, DateTimeOffset.UtcNow.AddMinutes(-1))
                )
        );

        await product.Services.GetRequiredService<ClosingHour>().StrikeAsync(CancellationToken.None);

        var closed = await product.ReadAsync(db => db.Set<Ballot>().SingleAsync(b => b.Id == ballot));
        Assert.Equal(BallotState.Closed, closed.State);
    }

    [Fact]
    public async Task Markup_in_the_wording_and_in_a_reason_is_shown_as_text()
    {
        const string attack = "<script>alert(1)</script>[x](javascript:alert(1))";
        var committee = await Given.CommitteeAsync(product);
        var proposal = await Given.DebatedProposalAsync(product, committee, $"T {attack}", attack, attack);
        var ballot = await Given.OpenBallotAsync(product, committee, proposal);

        var open = await product
            .Browse(committee.Members[0])
            .GoAsync($"{committee.Address}/scrutins/{ballot}");
        await product.SendAsync(
            new Cancel.Command(committee.Facilitator, committee.Space.Slug, ballot, $"Raison {attack}")
        );
        var cancelled = await product
            .Browse(committee.Members[0])
            .GoAsync($"{committee.Address}/scrutins/{ballot}");

        foreach (var page in new[] { open, cancelled })
        {
            Assert.DoesNotContain("<script>alert", page.Text, StringComparison.Ordinal);
            Assert.Empty(page.Document.QuerySelectorAll("a[href^='javascript']"));
        }
    }

    private Task<ProposalState> StateAsync(Guid id) =>
        product.ReadAsync(db => db.Set<Proposal>().Where(p => p.Id == id).Select(p => p.State).SingleAsync());

    private Task<Document> DocumentAsync(Proposal proposal) =>
        product.ReadAsync(db => db.Set<Document>().SingleAsync(d => d.Id == proposal.DocumentId));
}

using Deliberation.Domain.Deliberate.Drafting;

namespace Deliberation.Domain.Tests.Deliberate.Drafting;

public sealed class ProposalTests
{
    [Theory]
    [InlineData(ProposalState.Idea)]
    [InlineData(ProposalState.Drafting)]
    [InlineData(ProposalState.Voting)]
    [InlineData(ProposalState.Rejected)]
    public void Only_a_debated_proposal_is_put_to_the_vote(ProposalState state)
    {
        var proposal = Given.Proposal(state);

        RuleAssert.Breaks(ProposalRules.StatesFollowInOrder, () => proposal.PutToVote(Given.Now));

        Assert.Equal(state, proposal.State);
    }

    [Theory]
    [InlineData(ProposalState.Debated)]
    [InlineData(ProposalState.Rejected)]
    public void Without_a_vote_nothing_is_adopted(ProposalState state) =>
        RuleAssert.Breaks(ProposalRules.StatesFollowInOrder, () => Given.Proposal(state).Adopt(Given.Now));

    [Fact]
    public void A_rejected_proposal_may_be_written_anew()
    {
        var proposal = Given.Proposal(ProposalState.Rejected);

        proposal.BeginDrafting(Given.Now);

        Assert.Equal(ProposalState.Drafting, proposal.State);
    }

    [Fact]
    public void A_cancelled_vote_gives_the_proposal_back_to_the_debate()
    {
        var proposal = Given.Proposal(ProposalState.Voting);

        proposal.ReturnToDebate(Given.Now);

        Assert.Equal(ProposalState.Debated, proposal.State);
        Assert.IsType<ProposalReturnedToDebate>(proposal.TakeEvents()[^1]);
    }

    [Fact]
    public void A_decision_taken_elsewhere_cites_its_minutes()
    {
        var proposal = Given.Proposal();
        RuleAssert.Breaks(
            ProposalRules.ADecisionTakenElsewhereCitesItsMinutes,
            () => proposal.AdoptElsewhere(" ", Given.Now)
        );

        proposal.AdoptElsewhere("Compte rendu du 20 novembre 2021, page 4", Given.Now);

        Assert.Equal(ProposalState.Adopted, proposal.State);
        Assert.Equal("Compte rendu du 20 novembre 2021, page 4", proposal.Minutes);
    }

    [Theory]
    [InlineData(ProposalState.Voting)]
    [InlineData(ProposalState.Adopted)]
    [InlineData(ProposalState.Withdrawn)]
    public void A_proposal_that_is_voted_on_or_decided_is_not_rewritten(ProposalState state)
    {
        var proposal = Given.Proposal(state);

        RuleAssert.Breaks(
            ProposalRules.AVotedWordingIsFixed,
            () => proposal.Describe("Un autre titre", "", "", Given.Now)
        );
        RuleAssert.Breaks(ProposalRules.AVotedWordingIsFixed, () => proposal.ComeFrom([], Given.Now));
    }

    [Fact]
    public void A_title_is_short()
    {
        var proposal = Given.Proposal();

        RuleAssert.Breaks(ProposalRules.ATitleIsShort, () => proposal.Describe("ab", "", "", Given.Now));
        RuleAssert.Breaks(
            ProposalRules.ATitleIsShort,
            () => proposal.Describe(new string('a', 201), "", "", Given.Now)
        );
    }

    [Fact]
    public void Reasons_and_theme_have_a_limit()
    {
        var proposal = Given.Proposal();

        RuleAssert.Breaks(
            ProposalRules.ReasonsHaveALimit,
            () => proposal.Describe("Un titre", new string('a', 5_001), "", Given.Now)
        );
        RuleAssert.Breaks(
            ProposalRules.AThemeIsShort,
            () => proposal.Describe("Un titre", "", new string('a', 101), Given.Now)
        );
    }

    [Fact]
    public void A_withdrawal_says_why() =>
        RuleAssert.Breaks(
            ProposalRules.AWithdrawalSaysWhy,
            () => Given.Proposal().Withdraw("bof", Given.Now)
        );

    [Fact]
    public void A_proposal_merges_into_another_that_is_still_written_in_the_same_space()
    {
        var draft = Given.Draft();
        var proposal = Given.Proposal(draft: draft);
        var decided = Given.Proposal(ProposalState.Adopted, draft);
        var other = Given.Proposal(ProposalState.Drafting, draft);

        foreach (var wrong in (Proposal[])[proposal, decided, Given.Proposal()])
        {
            RuleAssert.Breaks(ProposalRules.AMergeHasAnotherProposal, () => proposal.Merge(wrong, Given.Now));
        }

        proposal.Merge(other, Given.Now);

        Assert.Equal(other.Id, proposal.MergedInto);
    }

    [Fact]
    public void A_contribution_is_an_origin_once()
    {
        var proposal = Given.Proposal();
        var contribution = Guid.NewGuid();

        proposal.ComeFrom([contribution, contribution], Given.Now);

        Assert.Equal(contribution, Assert.Single(proposal.Origins).ContributionId);
    }

    [Fact]
    public void A_text_stays_in_the_space_where_it_was_written()
    {
        RuleAssert.Breaks(
            ProposalRules.ATextStaysInItsSpace,
            () =>
                Proposal.Start(
                    Guid.NewGuid(),
                    Given.Draft(),
                    Given.Document(),
                    "Un titre",
                    Guid.NewGuid(),
                    Given.Now
                )
        );
        RuleAssert.Breaks(
            ProposalRules.ATextStaysInItsSpace,
            () => Section.Add(Guid.NewGuid(), Given.Draft(), Given.Document(), "Préambule", 1, Given.Now)
        );
    }

    [Fact]
    public void Only_a_merged_proposal_is_set_apart()
    {
        var draft = Given.Draft();
        var (proposal, other) = (Given.Proposal(draft: draft), Given.Proposal(draft: draft));

        RuleAssert.Breaks(
            ProposalRules.OnlyAMergedProposalIsSetApart,
            () => proposal.SetApart(Guid.NewGuid(), Given.Now)
        );
        proposal.Merge(other, Given.Now);
        proposal.SetApart(Guid.NewGuid(), Given.Now);

        Assert.Equal((ProposalState.Drafting, null), (proposal.State, proposal.MergedInto));
    }

    [Fact]
    public void Moving_one_keeps_the_order_of_the_others()
    {
        Guid[] order = [Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()];

        Assert.Equal([order[1], order[0], order[2]], Ordering.Moved(order, order[1], 0));
        Assert.Equal([order[1], order[2], order[0]], Ordering.Moved(order, order[0], 9));
        Assert.Equal(order, Ordering.Moved(order, order[0], -1));
    }
}

using Deliberation.Domain.Deliberate.Ballots;
using Deliberation.Domain.Deliberate.Drafting;

namespace Deliberation.Domain.Publish.Opinions;

/// <summary>An adopted proposal in the very words that were decided; there is no other way to make one.</summary>
public sealed record DecidedProposal
{
    private DecidedProposal(Proposal proposal, Wording wording, Decision decision)
    {
        ProposalId = proposal.Id;
        Theme = proposal.Theme;
        Wording = wording;
        Decision = decision;
    }

    public Guid ProposalId { get; }

    public string Theme { get; }

    public Wording Wording { get; }

    public Decision Decision { get; }

    /// <summary>Takes the words from the vote, never from the live text.</summary>
    /// <exception cref="RuleBroken">The proposal is not adopted, or not by this vote.</exception>
    public static DecidedProposal By(Proposal proposal, Ballot ballot) =>
        proposal.State == ProposalState.Adopted
        && ballot.ProposalId == proposal.Id
        && ballot is { Result: { Outcome: Outcome.Adopted } result, Wording: { } wording }
            ? new DecidedProposal(proposal, wording, Decision.By(ballot, result))
            : throw new RuleBroken(OpinionRules.OnlyAdoptedProposalsArePublished);

    /// <summary>Takes the words that were entered with the minutes, at the version that was frozen.</summary>
    /// <exception cref="RuleBroken">The proposal is not adopted, or cites no minutes.</exception>
    public static DecidedProposal Elsewhere(Proposal proposal, string body, int version) =>
        proposal is { State: ProposalState.Adopted, Minutes: { } minutes }
            ? new DecidedProposal(
                proposal,
                new Wording(proposal.Title, body, proposal.Rationale, version),
                Decision.Recorded(minutes)
            )
            : throw new RuleBroken(OpinionRules.OnlyAdoptedProposalsArePublished);
}

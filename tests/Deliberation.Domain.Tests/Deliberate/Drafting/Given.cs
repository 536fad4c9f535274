using Deliberation.Domain.Deliberate.Drafting;

namespace Deliberation.Domain.Tests.Deliberate.Drafting;

internal static class Given
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 14, 5, 0, TimeSpan.Zero);

    public static Draft Draft(Guid? spaceId = null) =>
        Domain.Deliberate.Drafting.Draft.Start(
            Guid.NewGuid(),
            spaceId ?? Guid.NewGuid(),
            "Avis du comité",
            Now
        );

    public static Document Document(Guid? spaceId = null) =>
        Domain.Deliberate.Drafting.Document.Create(Guid.NewGuid(), spaceId ?? Guid.NewGuid(), Now);

    public static Proposal Proposal(ProposalState state = ProposalState.Idea, Draft? draft = null)
    {
        draft ??= Draft();
        var proposal = Domain.Deliberate.Drafting.Proposal.Start(
            Guid.NewGuid(),
            draft,
            Document(draft.SpaceId),
            "Un carnet lisible",
            Guid.NewGuid(),
            Now
        );
        foreach (var step in Steps(state))
        {
            step(proposal);
        }

        return proposal;
    }

    private static Action<Proposal>[] Steps(ProposalState state) =>
        state switch
        {
            ProposalState.Drafting => [p => p.BeginDrafting(Now)],
            ProposalState.Debated => [.. Steps(ProposalState.Drafting), p => p.Debate(Now)],
            ProposalState.Voting => [.. Steps(ProposalState.Debated), p => p.PutToVote(Now)],
            ProposalState.Adopted => [.. Steps(ProposalState.Voting), p => p.Adopt(Now)],
            ProposalState.Rejected => [.. Steps(ProposalState.Voting), p => p.Reject(Now)],
            ProposalState.Withdrawn => [p => p.Withdraw("Une autre proposition dit déjà cela.", Now)],
            _ => [],
        };
}

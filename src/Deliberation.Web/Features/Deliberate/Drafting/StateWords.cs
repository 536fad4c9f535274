using Deliberation.Domain.Deliberate.Drafting;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>The state of a proposal in the words of its members.</summary>
internal static class StateWords
{
    public static string French(this ProposalState state) =>
        state switch
        {
            ProposalState.Idea => "Idée",
            ProposalState.Drafting => "En rédaction",
            ProposalState.Debated => "En débat",
            ProposalState.Voting => "Au vote",
            ProposalState.Adopted => "Adoptée",
            ProposalState.Rejected => "Rejetée",
            ProposalState.Withdrawn => "Retirée",
            _ => "Fusionnée",
        };
}

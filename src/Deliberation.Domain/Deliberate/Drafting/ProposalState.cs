namespace Deliberation.Domain.Deliberate.Drafting;

/// <summary>How far a proposal has come.</summary>
public enum ProposalState
{
    /// <summary>Idée: put forward, not yet written.</summary>
    Idea = 1,

    /// <summary>En rédaction: members write it together.</summary>
    Drafting = 2,

    /// <summary>En débat: the wording is ready to be discussed by all.</summary>
    Debated = 3,

    /// <summary>Au vote: the wording is frozen.</summary>
    Voting = 4,

    /// <summary>Adoptée.</summary>
    Adopted = 5,

    /// <summary>Rejetée; it may be written anew.</summary>
    Rejected = 6,

    /// <summary>Retirée, with a reason.</summary>
    Withdrawn = 7,

    /// <summary>Fusionnée: it goes on as part of another.</summary>
    Merged = 8,
}

/// <summary>The passages from one state to another; there are no others.</summary>
public static class ProposalStates
{
    private static readonly IReadOnlyDictionary<ProposalState, ProposalState[]> Passages = new Dictionary<
        ProposalState,
        ProposalState[]
    >
    {
        [ProposalState.Idea] =
        [
            ProposalState.Drafting,
            ProposalState.Withdrawn,
            ProposalState.Merged,
            ProposalState.Adopted,
        ],
        [ProposalState.Drafting] =
        [
            ProposalState.Debated,
            ProposalState.Withdrawn,
            ProposalState.Merged,
            ProposalState.Adopted,
        ],
        [ProposalState.Debated] =
        [
            ProposalState.Drafting,
            ProposalState.Voting,
            ProposalState.Withdrawn,
            ProposalState.Merged,
            ProposalState.Adopted,
        ],
        [ProposalState.Voting] = [ProposalState.Debated, ProposalState.Adopted, ProposalState.Rejected],
        [ProposalState.Rejected] = [ProposalState.Drafting],
    };

    public static bool MayBecome(this ProposalState from, ProposalState to) =>
        Passages.TryGetValue(from, out var next) && next.Contains(to);

    /// <summary>May its words still change?</summary>
    public static bool IsBeingWritten(this ProposalState state) =>
        state is ProposalState.Idea or ProposalState.Drafting or ProposalState.Debated;
}

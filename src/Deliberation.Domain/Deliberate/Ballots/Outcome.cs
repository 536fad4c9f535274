namespace Deliberation.Domain.Deliberate.Ballots;

/// <summary>What a vote decided.</summary>
public enum Outcome
{
    /// <summary>Adoptée.</summary>
    Adopted = 1,

    /// <summary>Rejetée.</summary>
    Rejected = 2,

    /// <summary>Quorum non atteint: nothing is decided, the debate goes on.</summary>
    QuorumMissed = 3,
}

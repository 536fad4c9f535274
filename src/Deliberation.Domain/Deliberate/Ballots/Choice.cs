namespace Deliberation.Domain.Deliberate.Ballots;

/// <summary>What one paper says. In a vote by consent, for means « I agree » and against « I object ».</summary>
public enum Choice
{
    /// <summary>Pour, or « je consens ».</summary>
    For = 1,

    /// <summary>Contre, or « je m’y oppose ».</summary>
    Against = 2,

    /// <summary>Abstention: it counts for the quorum, not for the majority.</summary>
    Abstain = 3,
}

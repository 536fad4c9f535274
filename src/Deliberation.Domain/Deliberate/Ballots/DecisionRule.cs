namespace Deliberation.Domain.Deliberate.Ballots;

/// <summary>How the members agreed to decide; <see cref="Tally"/> applies it.</summary>
public enum DecisionRule
{
    /// <summary>Majorité simple: more for than against; a tie rejects.</summary>
    SimpleMajority = 1,

    /// <summary>Majorité absolue: more than half of all those entitled to vote are for.</summary>
    AbsoluteMajority = 2,

    /// <summary>Deux tiers: at least two thirds of the votes for and against are for.</summary>
    TwoThirds = 3,

    /// <summary>Consentement: someone agrees and nobody objects.</summary>
    Consent = 4,

    /// <summary>Unanimité: all who voted are for; one abstention breaks it.</summary>
    Unanimity = 5,
}

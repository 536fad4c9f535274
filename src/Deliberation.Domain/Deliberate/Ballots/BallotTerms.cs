namespace Deliberation.Domain.Deliberate.Ballots;

/// <summary>What is announced before a vote: how it is decided, how many must vote, when it ends.</summary>
/// <param name="Quorum">In percent of the electors, 0 to 100.</param>
/// <param name="ClosesAt">Null when only the facilitator closes it.</param>
public sealed record BallotTerms(DecisionRule DecisionRule, int Quorum, DateTimeOffset? ClosesAt);

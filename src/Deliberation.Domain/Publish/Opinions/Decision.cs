using Deliberation.Domain.Deliberate.Ballots;

namespace Deliberation.Domain.Publish.Opinions;

/// <summary>How a proposition was adopted: by a vote held here, or elsewhere as its minutes say.</summary>
/// <param name="BallotId">The vote; null when it was decided elsewhere.</param>
/// <param name="Electors">How many could vote; 0 when it was decided elsewhere.</param>
/// <param name="Minutes">The document that records a decision taken elsewhere; null for a vote held here.</param>
/// <param name="DecidedAt">When it was decided; null when the minutes alone say so.</param>
public sealed record Decision(
    Guid? BallotId,
    DecisionRule? DecisionRule,
    int Electors,
    int For,
    int Against,
    int Abstained,
    string? Minutes,
    DateTimeOffset? DecidedAt
)
{
    public int Voters => For + Against + Abstained;

    internal static Decision By(Ballot ballot, BallotResult result) =>
        new(
            ballot.Id,
            ballot.DecisionRule,
            result.Electors,
            result.For,
            result.Against,
            result.Abstained,
            Minutes: null,
            ballot.EndedAt
        );

    internal static Decision Recorded(string minutes) => new(null, null, 0, 0, 0, 0, minutes, null);
}

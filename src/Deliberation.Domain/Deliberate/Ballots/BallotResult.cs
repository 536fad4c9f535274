namespace Deliberation.Domain.Deliberate.Ballots;

/// <summary>The result of a vote, in numbers of persons.</summary>
/// <param name="Electors">Those entitled to vote, fixed when the vote opened.</param>
/// <param name="Required">How many had to vote for the result to count.</param>
public sealed record BallotResult(
    int Electors,
    int Required,
    int For,
    int Against,
    int Abstained,
    Outcome Outcome
)
{
    public int Voters => For + Against + Abstained;
}

namespace Deliberation.Domain.Deliberate.Ballots;

/// <summary>The count: the same papers always give the same result, whoever counts and in whatever order.</summary>
public static class Tally
{
    /// <param name="quorum">The share of electors who must vote, in percent, 0 to 100; rounded up to a person.</param>
    public static BallotResult Of(
        DecisionRule rule,
        int quorum,
        int electors,
        IReadOnlyCollection<Choice> papers
    )
    {
        var counted = new BallotResult(
            electors,
            Required(quorum, electors),
            papers.Count(paper => paper == Choice.For),
            papers.Count(paper => paper == Choice.Against),
            papers.Count(paper => paper == Choice.Abstain),
            Outcome.QuorumMissed
        );

        return counted.Voters < counted.Required ? counted : counted with { Outcome = Decide(rule, counted) };
    }

    /// <summary>How many persons must vote.</summary>
    public static int Required(int quorum, int electors) => ((quorum * electors) + 99) / 100;

    private static Outcome Decide(DecisionRule rule, BallotResult count)
    {
        var isAdopted =
            count.For > 0
            && rule switch
            {
                DecisionRule.SimpleMajority => count.For > count.Against,
                DecisionRule.AbsoluteMajority => 2 * count.For > count.Electors,
                DecisionRule.TwoThirds => 3 * count.For >= 2 * (count.For + count.Against),
                DecisionRule.Consent => count.Against == 0,
                DecisionRule.Unanimity => count.For == count.Voters,
                _ => false,
            };

        return isAdopted ? Outcome.Adopted : Outcome.Rejected;
    }
}

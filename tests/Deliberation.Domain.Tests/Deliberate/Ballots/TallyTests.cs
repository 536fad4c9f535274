using Deliberation.Domain.Deliberate.Ballots;

namespace Deliberation.Domain.Tests.Deliberate.Ballots;

public sealed class TallyTests
{
    [Theory]
    [InlineData(DecisionRule.SimpleMajority, 0, 0, 0, Outcome.Rejected)]
    [InlineData(DecisionRule.SimpleMajority, 0, 0, 5, Outcome.Rejected)]
    [InlineData(DecisionRule.SimpleMajority, 1, 0, 9, Outcome.Adopted)]
    [InlineData(DecisionRule.SimpleMajority, 4, 4, 0, Outcome.Rejected)]
    [InlineData(DecisionRule.SimpleMajority, 5, 4, 1, Outcome.Adopted)]
    [InlineData(DecisionRule.AbsoluteMajority, 5, 0, 0, Outcome.Rejected)]
    [InlineData(DecisionRule.AbsoluteMajority, 6, 4, 0, Outcome.Adopted)]
    [InlineData(DecisionRule.AbsoluteMajority, 5, 1, 1, Outcome.Rejected)]
    [InlineData(DecisionRule.TwoThirds, 0, 0, 10, Outcome.Rejected)]
    [InlineData(DecisionRule.TwoThirds, 6, 3, 1, Outcome.Adopted)]
    [InlineData(DecisionRule.TwoThirds, 5, 3, 2, Outcome.Rejected)]
    [InlineData(DecisionRule.TwoThirds, 1, 0, 0, Outcome.Adopted)]
    [InlineData(DecisionRule.Consent, 0, 0, 10, Outcome.Rejected)]
    [InlineData(DecisionRule.Consent, 1, 0, 9, Outcome.Adopted)]
    [InlineData(DecisionRule.Consent, 9, 1, 0, Outcome.Rejected)]
    [InlineData(DecisionRule.Unanimity, 10, 0, 0, Outcome.Adopted)]
    [InlineData(DecisionRule.Unanimity, 3, 0, 0, Outcome.Adopted)]
    [InlineData(DecisionRule.Unanimity, 9, 0, 1, Outcome.Rejected)]
    [InlineData(DecisionRule.Unanimity, 9, 1, 0, Outcome.Rejected)]
    public void Ten_electors_decide_by_the_rule_announced(
        DecisionRule rule,
        int isFor,
        int against,
        int abstained,
        Outcome outcome
    )
    {
        var result = Tally.Of(rule, quorum: 0, electors: 10, Papers(isFor, against, abstained));

        Assert.Equal(new BallotResult(10, 0, isFor, against, abstained, outcome), result);
    }

    [Theory]
    [InlineData(0, 28, 0)]
    [InlineData(50, 28, 14)]
    [InlineData(50, 27, 14)]
    [InlineData(67, 30, 21)]
    [InlineData(100, 28, 28)]
    [InlineData(1, 1, 1)]
    public void A_quorum_is_rounded_up_to_a_person(int quorum, int electors, int required) =>
        Assert.Equal(required, Tally.Required(quorum, electors));

    [Theory]
    [InlineData(13, 0, 0, Outcome.QuorumMissed)]
    [InlineData(14, 0, 0, Outcome.Adopted)]
    [InlineData(1, 0, 13, Outcome.Adopted)]
    [InlineData(0, 0, 14, Outcome.Rejected)]
    public void Below_the_quorum_nothing_is_decided(int isFor, int against, int abstained, Outcome outcome) =>
        Assert.Equal(
            outcome,
            Tally.Of(DecisionRule.SimpleMajority, 50, 28, Papers(isFor, against, abstained)).Outcome
        );

    [Fact]
    public void The_order_of_the_papers_does_not_matter()
    {
        var papers = Papers(5, 4, 3);

        Assert.Equal(
            Tally.Of(DecisionRule.TwoThirds, 40, 20, papers),
            Tally.Of(DecisionRule.TwoThirds, 40, 20, [.. papers.Reverse()])
        );
    }

    private static Choice[] Papers(int isFor, int against, int abstained) =>
        [
            .. Enumerable.Repeat(Choice.For, isFor),
            .. Enumerable.Repeat(Choice.Against, against),
            .. Enumerable.Repeat(Choice.Abstain, abstained),
        ];
}

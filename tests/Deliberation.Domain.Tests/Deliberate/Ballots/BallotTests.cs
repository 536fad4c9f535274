using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Domain.Deliberate.Ballots;

namespace Deliberation.Domain.Tests.Deliberate.Ballots;

public sealed class BallotTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Guid Samira = Guid.Parse("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Paul = Guid.Parse("00000000-0000-0000-0000-000000000002");
    private static readonly Wording Words = new("Un texte clair", "Écrire clairement.", "Pour tous.", 7);

    [Theory]
    [InlineData(-1)]
    [InlineData(101)]
    public void A_quorum_is_a_share(int quorum) =>
        RuleAssert.Breaks(BallotRules.AQuorumIsAShare, () => Prepared(quorum: quorum));

    [Fact]
    public void A_ballot_has_a_known_rule() =>
        RuleAssert.Breaks(BallotRules.ABallotHasARule, () => Prepared(rule: (DecisionRule)9));

    [Fact]
    public void A_ballot_ends_later()
    {
        RuleAssert.Breaks(BallotRules.ABallotEndsLater, () => Prepared(closesAt: Now));
        RuleAssert.Breaks(BallotRules.ABallotEndsLater, () => Prepared(closesAt: Now.AddYears(2)));
    }

    [Fact]
    public void Opening_fixes_the_wording_and_the_roll()
    {
        var ballot = Prepared();

        var roll = ballot.Open(Words, [Samira, Paul, Paul], Now);

        Assert.Equal([Samira, Paul], roll.Select(elector => elector.PersonId));
        Assert.All(roll, elector => Assert.False(elector.HasVoted));
        Assert.Equal(2, ballot.Electors);
        Assert.Equal(Words, ballot.Wording);
        Assert.Null(ballot.Result);
    }

    [Fact]
    public void A_ballot_opens_once()
    {
        var (ballot, _) = Opened();

        RuleAssert.Breaks(BallotRules.ABallotOpensOnce, () => ballot.Open(Words, [Samira], Now));
    }

    [Fact]
    public void A_ballot_has_voters() =>
        RuleAssert.Breaks(BallotRules.ABallotHasVoters, () => Prepared().Open(Words, [], Now));

    [Fact]
    public void A_vote_is_on_a_text() =>
        RuleAssert.Breaks(
            BallotRules.AVoteIsOnAText,
            () => Prepared().Open(Words with { Body = " \n" }, [Samira], Now)
        );

    [Fact]
    public void The_text_read_is_the_text_voted() =>
        RuleAssert.Breaks(
            BallotRules.TheTextReadIsTheTextVoted,
            () => Prepared().Open(Words, [Samira], Now, read: Words.Version - 1)
        );

    [Fact]
    public void A_member_votes_once()
    {
        var (ballot, roll) = Opened();
        ballot.Receive(roll[0], Choice.For, Now);

        RuleAssert.Breaks(BallotRules.AMemberVotesOnce, () => ballot.Receive(roll[0], Choice.Against, Now));
    }

    [Fact]
    public void Only_electors_vote()
    {
        var (ballot, _) = Opened();
        var (_, elsewhere) = Opened(Guid.Parse("00000000-0000-0000-0000-0000000000ff"));

        RuleAssert.Breaks(BallotRules.OnlyElectorsVote, () => ballot.Receive(null, Choice.For, Now));
        RuleAssert.Breaks(BallotRules.OnlyElectorsVote, () => ballot.Receive(elsewhere[0], Choice.For, Now));
    }

    [Fact]
    public void A_choice_is_offered()
    {
        var (ballot, roll) = Opened();

        RuleAssert.Breaks(BallotRules.AChoiceIsOffered, () => ballot.Receive(roll[0], (Choice)7, Now));
        Assert.False(roll[0].HasVoted);
    }

    [Fact]
    public void A_vote_is_cast_while_open()
    {
        var (ballot, roll) = Opened();

        RuleAssert.Breaks(
            BallotRules.AVoteIsCastWhileOpen,
            () => ballot.Receive(roll[0], Choice.For, Now.AddDays(1))
        );

        ballot.Close([], 0, Now);

        RuleAssert.Breaks(BallotRules.AVoteIsCastWhileOpen, () => ballot.Receive(roll[0], Choice.For, Now));
    }

    [Fact]
    public void A_vote_leaves_no_event_that_would_date_it()
    {
        var (ballot, roll) = Opened();
        ballot.TakeEvents();

        ballot.Receive(roll[0], Choice.For, Now);

        Assert.Empty(ballot.TakeEvents());
    }

    [Fact]
    public void Closing_counts_once_and_proclaims()
    {
        var (ballot, _) = Opened();
        ballot.TakeEvents();

        var result = ballot.Close([Choice.For, Choice.Abstain], 2, Now);

        Assert.Equal(Outcome.Adopted, result.Outcome);
        var act = Assert.IsType<ResultProclaimed>(Assert.Single(ballot.TakeEvents()));
        Assert.Equal(result, act.Result);
        Assert.Equal($"comite-essai/scrutins/{ballot.Id}", act.Subject);
        Assert.Equal(Words.Fingerprint(), act.Wording);
        RuleAssert.Breaks(BallotRules.OnlyAnOpenBallotCloses, () => ballot.Close([], 0, Now));
    }

    [Fact]
    public void Every_vote_is_counted()
    {
        var (ballot, _) = Opened();

        RuleAssert.Breaks(BallotRules.EveryVoteIsCounted, () => ballot.Close([Choice.For], 2, Now));
        RuleAssert.Breaks(
            BallotRules.EveryVoteIsCounted,
            () => ballot.Close([Choice.For, Choice.For, Choice.For], 3, Now)
        );
        Assert.Equal(BallotState.Open, ballot.State);
    }

    [Fact]
    public void An_end_is_only_put_off()
    {
        var (ballot, _) = Opened();

        RuleAssert.Breaks(BallotRules.AnEndIsOnlyPutOff, () => ballot.Postpone(Now.AddHours(2), Now));

        ballot.Postpone(Now.AddDays(3), Now);

        Assert.True(ballot.IsOpenAt(Now.AddDays(2)));
    }

    [Fact]
    public void A_cancellation_says_why()
    {
        var (ballot, _) = Opened();

        RuleAssert.Breaks(BallotRules.ACancellationSaysWhy, () => ballot.Cancel("  non  ", Now));

        ballot.Cancel("Le texte affiché était incomplet.", Now);

        Assert.Equal(BallotState.Cancelled, ballot.State);
        Assert.Null(ballot.Result);
    }

    [Fact]
    public void A_result_is_not_cancelled()
    {
        var (ballot, _) = Opened();
        ballot.Close([], 0, Now);

        RuleAssert.Breaks(
            BallotRules.AResultIsNotCancelled,
            () => ballot.Cancel("Le résultat ne plaît pas.", Now)
        );
    }

    private static (Ballot Ballot, IReadOnlyList<Elector> Roll) Opened(Guid? id = null)
    {
        var ballot = Prepared(id);
        return (ballot, ballot.Open(Words, [Samira, Paul], Now));
    }

    private static Ballot Prepared(
        Guid? id = null,
        DecisionRule rule = DecisionRule.SimpleMajority,
        int quorum = 0,
        DateTimeOffset? closesAt = null
    ) =>
        Ballot.Prepare(
            id ?? Guid.Parse("00000000-0000-0000-0000-0000000000aa"),
            Space.Open(
                Guid.Parse("00000000-0000-0000-0000-0000000000bb"),
                "comite-essai",
                SpaceKind.Committee,
                "Comité d’essai",
                new Mandate("Quelle place pour les usagers ?", "Le ministère", "Une association"),
                Now
            ),
            Guid.Parse("00000000-0000-0000-0000-0000000000cc"),
            new BallotTerms(rule, quorum, closesAt ?? Now.AddDays(1)),
            Now
        );
}

using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Domain.Respond.Verdicts;

namespace Deliberation.Domain.Tests.Respond.Verdicts;

public sealed class VerdictRoundTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Guid Space = Guid.NewGuid();
    private static readonly VerdictContent Bad = new(
        Judgement.Insufficient,
        "Rien ne dit quand ce sera fait.",
        Fidelity.Weakened
    );

    [Theory]
    [InlineData(0, 50, 5, 30)]
    [InlineData(366, 50, 5, 30)]
    [InlineData(30, 101, 5, 30)]
    [InlineData(30, 50, 4, 30)]
    [InlineData(30, 50, 5, 0)]
    public void A_window_has_sane_terms(int days, int threshold, int least, int second) =>
        RuleAssert.Breaks(
            VerdictRules.AWindowHasSaneTerms,
            () => Round(new VerdictTerms(days, threshold, least, second))
        );

    [Fact]
    public void A_window_ends_with_its_last_day_in_Paris_though_clocks_change_meanwhile()
    {
        var round = Round();

        // From 2 March, in winter, to the end of 1 April, in summer.
        Assert.Equal(new DateTimeOffset(2026, 4, 1, 22, 0, 0, TimeSpan.Zero), round.ClosesAt);
        Assert.True(round.IsOpenAt(round.ClosesAt.AddTicks(-1)));
        Assert.False(round.IsOpenAt(round.ClosesAt));
    }

    [Fact]
    public void A_verdict_is_given_in_the_window()
    {
        var round = Round();

        RuleAssert.Breaks(
            VerdictRules.AVerdictIsGivenInTheWindow,
            () => round.Receive(null, Member(), Bad, round.ClosesAt)
        );
    }

    [Fact]
    public void A_closed_window_stays_closed_when_the_clock_jumps_back()
    {
        var round = Round();
        round.Close([], 6, owesNoOther: false, round.ClosesAt.AddYears(2));

        RuleAssert.Breaks(
            VerdictRules.AVerdictIsGivenInTheWindow,
            () => round.Receive(null, Member(), Bad, Now)
        );
    }

    [Theory]
    [InlineData(SpaceRole.Facilitator)]
    [InlineData(SpaceRole.Observer)]
    [InlineData(SpaceRole.Expert)]
    public void Only_members_with_a_vote_judge(SpaceRole role) =>
        RuleAssert.Breaks(
            VerdictRules.OnlyMembersWithAVoteJudge,
            () => Round().Receive(null, Member(role), Bad, Now)
        );

    [Fact]
    public void Neither_a_stranger_nor_the_member_of_another_space_nor_one_whose_term_ended_judges()
    {
        var ended = Member();
        ended.End(Now);
        var other = Membership.Join(
            Guid.NewGuid(),
            Guid.NewGuid(),
            Guid.NewGuid(),
            SpaceRole.Member,
            "Éva",
            Now
        );

        foreach (var person in new[] { null, ended, other })
        {
            RuleAssert.Breaks(
                VerdictRules.OnlyMembersWithAVoteJudge,
                () => Round().Receive(null, person, Bad, Now)
            );
        }
    }

    [Fact]
    public void A_member_has_one_verdict_and_the_last_one_counts()
    {
        var (round, member) = (Round(), Member(SpaceRole.Rapporteur));
        var first = round.Receive(null, member, Bad, Now);

        var second = round.Receive(
            first,
            member,
            new(Judgement.Satisfying, "La date est donnée, enfin.", null),
            Now.AddDays(29)
        );

        Assert.Same(first, second);
        Assert.Equal((Judgement.Satisfying, null), (second.Judgement, second.Fidelity));
    }

    [Fact]
    public void Nobody_changes_the_verdict_of_someone_else()
    {
        var round = Round();
        var theirs = round.Receive(null, Member(), Bad, Now);

        RuleAssert.Breaks(VerdictRules.AMemberHasOneVerdict, () => round.Receive(theirs, Member(), Bad, Now));
    }

    [Fact]
    public void A_box_with_two_verdicts_of_one_member_is_not_counted()
    {
        var (round, member) = (Round(), Member());
        Verdict[] box = [round.Receive(null, member, Bad, Now), round.Receive(null, member, Bad, Now)];

        RuleAssert.Breaks(
            VerdictRules.AMemberHasOneVerdict,
            () => round.Close(box, 6, owesNoOther: false, round.ClosesAt)
        );
    }

    [Theory]
    [InlineData((Judgement)0, null)]
    [InlineData((Judgement)9, null)]
    [InlineData(Judgement.Partly, (Fidelity)9)]
    public void A_judgement_is_offered(Judgement judgement, Fidelity? fidelity) =>
        RuleAssert.Breaks(
            VerdictRules.AJudgementIsOffered,
            () =>
                Round().Receive(null, Member(), new(judgement, "Parce que, tout simplement.", fidelity), Now)
        );

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  Trop peu  ")]
    public void A_verdict_says_why(string? reason) =>
        RuleAssert.Breaks(
            VerdictRules.AVerdictSaysWhy,
            () => Round().Receive(null, Member(), new(Judgement.Partly, reason, null), Now)
        );

    [Fact]
    public void A_reason_fits_in_a_thousand_characters() =>
        RuleAssert.Breaks(
            VerdictRules.AVerdictSaysWhy,
            () => Round().Receive(null, Member(), new(Judgement.Partly, new string('a', 1_001), null), Now)
        );

    [Fact]
    public void Without_an_opinion_no_reason_is_asked_and_none_is_kept()
    {
        var verdict = Round()
            .Receive(null, Member(), new(Judgement.NoOpinion, "Peu.", Fidelity.Contrary), Now);

        Assert.Equal((null, null), (verdict.Reason, verdict.Fidelity));
    }

    private static VerdictRound Round(VerdictTerms? terms = null) =>
        VerdictRound.Open(
            Guid.NewGuid(),
            Space,
            new JudgedAnswer(Guid.NewGuid(), "AC-2026-01-P1", 1),
            terms ?? VerdictTerms.Usual,
            Now
        );

    private static Membership Member(SpaceRole role = SpaceRole.Member) =>
        Membership.Join(Guid.NewGuid(), Space, Guid.NewGuid(), role, "Samira", Now);
}

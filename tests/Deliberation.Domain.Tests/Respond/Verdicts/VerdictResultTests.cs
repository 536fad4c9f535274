using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Domain.Respond.Verdicts;

namespace Deliberation.Domain.Tests.Respond.Verdicts;

public sealed class VerdictResultTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Guid Space = Guid.NewGuid();

    [Fact]
    public void No_partial_result_exists()
    {
        var round = Round();

        RuleAssert.Breaks(
            VerdictRules.NoPartialResultExists,
            () => round.Close([], 6, owesNoOther: false, round.ClosesAt.AddTicks(-1))
        );
        Assert.Null(round.Result);
    }

    [Fact]
    public void A_result_is_published_once()
    {
        var round = Round();
        round.Close([], 6, owesNoOther: false, round.ClosesAt);

        RuleAssert.Breaks(
            VerdictRules.AResultIsPublishedOnce,
            () => round.Close([], 6, owesNoOther: false, round.ClosesAt)
        );
    }

    [Theory]
    [InlineData(2, 0, 3, true)] // 40 %
    [InlineData(1, 2, 3, false)] // 50 % is not below 50 %
    [InlineData(0, 49, 51, true)]
    [InlineData(0, 0, 4, false)] // too few have spoken
    [InlineData(5, 0, 0, false)]
    public void Below_the_threshold_a_second_answer_is_due(int full, int partly, int bad, bool isDue)
    {
        var round = Round();

        var result = round.Close(Given(round, full, partly, bad), 200, false, round.ClosesAt);

        Assert.Equal(full + partly + bad, result.Expressed);
        Assert.Equal(isDue, round.SecondAnswerDueOn is not null);
    }

    [Fact]
    public void The_second_answer_has_thirty_working_days_from_the_publication_of_the_result()
    {
        var round = Round();

        round.Close(Given(round, 0, 0, 5), 6, owesNoOther: false, round.ClosesAt);

        // From 2 April 2026: Easter Monday, 1 and 8 May, Ascension do not count.
        Assert.Equal(new DateOnly(2026, 5, 20), round.SecondAnswerDueOn);
        Assert.Contains("0 %", round.SecondAnswerBasis, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_has_no_opinion_is_counted_apart_and_neither_lifts_nor_lowers_the_share()
    {
        var round = Round();
        Verdict[] box = [.. Given(round, 3, 0, 2), .. Given(round, 0, 0, 0, silent: 40)];

        var result = round.Close(box, 50, owesNoOther: false, round.ClosesAt);

        Assert.Equal((5, 40, 60, 50), (result.Expressed, result.NoOpinion, result.Share, result.Members));
        Assert.Null(round.SecondAnswerDueOn);
    }

    [Fact]
    public void An_answer_that_comes_before_the_end_closes_the_window_as_it_stands_and_is_itself_the_second()
    {
        var round = Round();

        round.Close(Given(round, 0, 0, 6), 6, owesNoOther: true, Now.AddDays(3));

        Assert.True(round.IsSuperseded);
        Assert.Null(round.SecondAnswerDueOn);
    }

    [Fact]
    public void Those_who_judged_then_left_are_still_among_the_members_counted()
    {
        var round = Round();

        Assert.Equal(7, round.Close(Given(round, 7, 0, 0), 2, false, round.ClosesAt).Members);
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void Reasons_are_shown_when_five_at_least_have_spoken(int spoken, bool areShown)
    {
        var round = Round();

        Assert.False(round.ShowsReasons);
        round.Close(Given(round, spoken, 0, 0), 6, owesNoOther: false, round.ClosesAt);
        Assert.Equal(areShown, round.ShowsReasons);
    }

    [Fact]
    public void What_is_published_holds_the_counts_and_no_reason()
    {
        var round = Round();
        round.TakeEvents();
        round.Close(Given(round, 1, 2, 3), 9, owesNoOther: false, round.ClosesAt);

        var published = Assert.IsType<VerdictPublished>(Assert.Single(round.TakeEvents()));
        Assert.Equal(("AC-2026-01-P1", 1, 50), (published.Subject, published.Answer, published.Threshold));
        Assert.Equal(
            (1, 2, 3, 6),
            (
                published.Result.Satisfying,
                published.Result.Partly,
                published.Result.Insufficient,
                published.Result.Weakened
            )
        );
    }

    private static VerdictRound Round() =>
        VerdictRound.Open(
            Guid.NewGuid(),
            Space,
            new JudgedAnswer(Guid.NewGuid(), "AC-2026-01-P1", 1),
            VerdictTerms.Usual,
            Now
        );

    private static IReadOnlyList<Verdict> Given(
        VerdictRound round,
        int full,
        int partly,
        int bad,
        int silent = 0
    ) =>
        [
            .. Enumerable
                .Repeat(Judgement.Satisfying, full)
                .Concat(Enumerable.Repeat(Judgement.Partly, partly))
                .Concat(Enumerable.Repeat(Judgement.Insufficient, bad))
                .Concat(Enumerable.Repeat(Judgement.NoOpinion, silent))
                .Select(judgement =>
                    round.Receive(
                        null,
                        Membership.Join(Guid.NewGuid(), Space, Guid.NewGuid(), SpaceRole.Member, "Éva", Now),
                        new(judgement, "Voilà ce que nous en pensons.", Fidelity.Weakened),
                        Now
                    )
                ),
        ];
}

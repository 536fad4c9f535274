using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Domain.Tests.Respond.Tracking;

/// <summary>What an answer owes to the minority positions beside its proposition.</summary>
public sealed class PositionReplyTests
{
    private const string Words = "Nous demandons aussi des embauches avant l’été.";

    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Body Ministry = new(
        Guid.CreateVersion7(),
        "dns",
        "Délégation",
        IsFictional: true
    );

    [Fact]
    public void Opening_tells_how_many_positions_are_owed_a_reply()
    {
        var opened = Assert.IsType<TreatmentOpened>(Assert.Single(Open(positions: 2).TakeEvents()));

        Assert.Equal(2, opened.MinorityPositions);
        Assert.Null(
            Assert.IsType<TreatmentOpened>(Assert.Single(Open(positions: 0).TakeEvents())).MinorityPositions
        );
    }

    [Fact]
    public void Each_position_is_replied_to()
    {
        var treatment = Open(positions: 2);

        RuleAssert.Breaks(TrackingRules.EachPositionIsRepliedTo, () => Answer(treatment, Given()));
        RuleAssert.Breaks(TrackingRules.EachPositionIsRepliedTo, () => Answer(treatment, Given((2, Words))));
        RuleAssert.Breaks(
            TrackingRules.EachPositionIsRepliedTo,
            () => Answer(treatment, Given((1, Words), (2, "   ")))
        );
        Assert.Equal(0, treatment.AnswerCount);

        Answer(treatment, Given((2, $" {Words}\r\n"), (1, Words)));

        Assert.Empty(treatment.PositionsOwed);
        Assert.Equal([new(1, Words), new(2, Words)], treatment.Latest!.Replies!.All);
    }

    [Fact]
    public void A_reply_is_owed_once_and_may_be_given_anew()
    {
        var treatment = Open(positions: 1);
        Answer(treatment, Given((1, Words)));

        Answer(treatment, Given());
        Assert.Null(treatment.Latest!.Replies);
        Answer(treatment, Given((1, "Les embauches sont faites dans douze cantons.")));

        Assert.Equal(Words, treatment.Updates[0].Replies!.All[0].Words);
        Assert.StartsWith("Les embauches", treatment.Latest!.Replies!.All[0].Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reply_goes_to_a_position_of_the_proposition_and_one_to_each()
    {
        RuleAssert.Breaks(TrackingRules.AReplyIsToAPosition, () => Answer(Open(0), Given((1, Words))));
        RuleAssert.Breaks(TrackingRules.AReplyIsToAPosition, () => Answer(Open(1), Given((0, Words))));
        RuleAssert.Breaks(
            TrackingRules.AReplyIsToAPosition,
            () => Answer(Open(1), Given((1, Words), (1, Words)))
        );
    }

    [Fact]
    public void A_reply_has_plain_words()
    {
        foreach (
            var words in new[] { "Non.", new string('a', 5_001), $"Une raison assez longue {'\uD83D'}." }
        )
        {
            RuleAssert.Breaks(TrackingRules.AReplyHasPlainWords, () => Answer(Open(1), Given((1, words))));
        }
    }

    [Fact]
    public void What_was_answered_elsewhere_is_told_as_it_was_and_the_reply_stays_owed()
    {
        var treatment = Open(positions: 1);

        Answer(treatment, Given() with { ImportedFrom = "Tableau du ministère, janvier 2022" });

        Assert.Equal([1], treatment.PositionsOwed);
        RuleAssert.Breaks(TrackingRules.EachPositionIsRepliedTo, () => Answer(treatment, Given()));
    }

    [Fact]
    public void Replies_are_part_of_the_public_act()
    {
        var treatment = Open(positions: 1);
        treatment.TakeEvents();

        Answer(treatment, Given((1, Words)));
        Answer(treatment, Given());

        var acts = treatment.TakeEvents().OfType<TreatmentAnswered>().ToList();
        Assert.Equal([new(1, Words)], acts[0].Replies!);
        Assert.Null(acts[1].Replies);
    }

    [Fact]
    public void Two_answers_with_the_same_replies_are_the_same() =>
        Assert.Equal(
            PositionReplies.Of([new(1, Words), new(2, Words)]),
            PositionReplies.Of([new(2, Words), new(1, $"{Words} ")])
        );

    private static void Answer(Treatment treatment, TreatmentAnswer answer) =>
        treatment.Answer(answer, Ministry, StatusScheme.Default, Now);

    private static TreatmentAnswer Given(params (int Position, string Words)[] replies) =>
        new()
        {
            Key = Guid.CreateVersion7(),
            Status = "in-progress-short",
            Reason = "Deux cents personnes essaient la clé dans trois communes.",
            Function = "Bureau des usagers",
            Replies = PositionReplies.Of(
                replies.Select(reply => new PositionReply(reply.Position, reply.Words))
            ),
        };

    private static Treatment Open(int positions) =>
        Treatment.Open(
            Guid.CreateVersion7(),
            new(Guid.CreateVersion7(), 3, "AC-2026-01-P3", "Un lieu d’aide en août", "")
            {
                MinorityPositions = positions,
            },
            new(Ministry, null, ""),
            Now
        );
}

using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Domain.Tests.Respond.Tracking;

public sealed class EarlierAnswerTests
{
    private static readonly DateTimeOffset Published = new(2026, 1, 5, 14, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private readonly Body ministry = new(Guid.CreateVersion7(), "dns", "Délégation", IsFictional: true);
    private readonly Treatment treatment;

    public EarlierAnswerTests() =>
        treatment = Treatment.Open(
            Guid.CreateVersion7(),
            new(Guid.CreateVersion7(), 3, "AC-2026-01-P3", "Une clé pour chacun", ""),
            new(ministry, new DateOnly(2026, 2, 2), "engagement du ministère"),
            Published
        );

    [Fact]
    public void It_is_told_at_its_day_with_its_source_and_when_it_was_brought_in()
    {
        treatment.TakeEvents();

        BringIn(Given());

        var update = treatment.Latest!;
        Assert.Equal(new DateOnly(2026, 1, 10), WorkingDays.DateInParis(update.At));
        Assert.Equal(("Analyse de janvier", Now), (update.ImportedFrom, update.BroughtInAt));
        Assert.Equal(EarlierAnswer.NoReason, update.Reason);
        Assert.Null(Standing.AtTheEndOf(treatment, new DateOnly(2026, 1, 9))!.Latest);
        Assert.Equal(update, Standing.AtTheEndOf(treatment, new DateOnly(2026, 1, 10))!.Latest);
        var said = Assert.IsType<TreatmentAnswered>(Assert.Single(treatment.TakeEvents()));
        Assert.Equal(Now, said.BroughtInAt);
        Assert.Null(treatment.ExpectedOn);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" x ")]
    public void It_says_its_source(string source) =>
        RuleAssert.Breaks(
            TrackingRules.AnEarlierAnswerSaysItsSource,
            () => BringIn(Given() with { Source = source })
        );

    [Theory]
    [InlineData("2026-01-04", false)]
    [InlineData("2026-01-05", true)]
    [InlineData("2026-03-01", true)]
    [InlineData("2026-03-02", false)]
    [InlineData("2027-01-01", false)]
    public void Its_day_is_past_and_not_before_the_publication(string day, bool isTaken)
    {
        var earlier = Given() with
        {
            AsOf = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture),
        };

        if (isTaken)
        {
            BringIn(earlier);
            Assert.Equal(1, treatment.AnswerCount);
        }
        else
        {
            RuleAssert.Breaks(TrackingRules.AnEarlierAnswerHasItsDay, () => BringIn(earlier));
        }
    }

    [Fact]
    public void Nor_is_its_day_before_the_latest_answer()
    {
        BringIn(Given() with { AsOf = new DateOnly(2026, 2, 1) });

        RuleAssert.Breaks(TrackingRules.AnEarlierAnswerHasItsDay, () => BringIn(Given()));
    }

    [Fact]
    public void Only_the_body_in_charge_brings_it_in() =>
        RuleAssert.Breaks(
            TrackingRules.ABodyAnswersWhatItIsInChargeOf,
            () =>
                treatment.BringIn(
                    Given(),
                    new Body(Guid.CreateVersion7(), "ans", "Agence", IsFictional: true),
                    StatusScheme.Default,
                    Now
                )
        );

    [Fact]
    public void The_same_one_is_brought_in_once()
    {
        var earlier = Given();

        BringIn(earlier);
        BringIn(earlier);

        Assert.Equal(1, treatment.AnswerCount);
    }

    [Fact]
    public void No_chain_reads_history_again()
    {
        ministry.TurnChainOn(2);

        BringIn(Given());

        Assert.Equal(1, treatment.AnswerCount);
    }

    [Fact]
    public void A_second_answer_that_is_owed_stays_owed()
    {
        BringIn(Given());
        treatment.OweSecondAnswer(new DateOnly(2026, 4, 1), "appréciation des membres", Now);

        BringIn(Given() with { AsOf = new DateOnly(2026, 2, 1) });

        Assert.True(treatment.OwesSecondAnswer);
        Assert.Equal(new DateOnly(2026, 4, 1), treatment.ExpectedOn);
    }

    private void BringIn(EarlierAnswer earlier) =>
        treatment.BringIn(earlier, ministry, StatusScheme.Default, Now);

    private static EarlierAnswer Given() =>
        new(
            Guid.CreateVersion7(),
            "in-progress-short",
            "Analyse de janvier",
            new DateOnly(2026, 1, 10),
            "Bureau des usagers",
            null
        );
}

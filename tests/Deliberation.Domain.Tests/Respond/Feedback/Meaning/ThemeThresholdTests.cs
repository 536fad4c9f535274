using Deliberation.Domain.Respond.Feedback.Meaning;

namespace Deliberation.Domain.Tests.Respond.Feedback.Meaning;

public sealed class ThemeThresholdTests
{
    private const string Why = "Le comité se réunit deux fois moins souvent.";

    private static readonly DateTimeOffset Now = new(2026, 6, 9, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_decision_holds_is_dated_and_is_a_public_act()
    {
        var threshold = ThemeThreshold.Of("acces");

        Decide(threshold, 60, 120);

        Assert.Equal(new AgendaThreshold(60, 120), threshold.Threshold);
        var step = Assert.Single(threshold.Steps);
        Assert.Equal((60, 120, Why, Now), (step.Feedbacks, step.Days, step.Because, step.At));
        var act = Assert.IsAssignableFrom<IPublicAct>(Assert.Single(threshold.TakeEvents()));
        Assert.Equal(new ThresholdDecided("acces", 60, 120, Why, Now), act);
    }

    [Theory]
    [InlineData(9, 90)]
    [InlineData(501, 90)]
    [InlineData(30, 0)]
    [InlineData(30, 367)]
    public void A_threshold_has_bounds(int feedbacks, int days) =>
        RuleAssert.Breaks(
            MeaningRules.AThresholdHasBounds,
            () => Decide(ThemeThreshold.Of("acces"), feedbacks, days)
        );

    [Fact]
    public void A_new_threshold_differs() =>
        RuleAssert.Breaks(
            MeaningRules.ANewThresholdDiffers,
            () =>
                Decide(
                    ThemeThreshold.Of("acces"),
                    AgendaThreshold.Usual.Feedbacks,
                    AgendaThreshold.Usual.Days
                )
        );

    [Theory]
    [InlineData("")]
    [InlineData("  Trop court, ceci  ")]
    public void A_threshold_changes_for_a_reason(string because) =>
        RuleAssert.Breaks(
            MeaningRules.AThresholdChangesForAReason,
            () => Decide(ThemeThreshold.Of("acces"), 60, 90, because)
        );

    [Fact]
    public void What_was_reached_stays_reached()
    {
        var subject = Subject.Open(Guid.NewGuid(), 1, Now);
        subject.Compare(30, AgendaThreshold.Usual, Now);

        subject.Compare(30, new AgendaThreshold(500, 1), Now.AddDays(1));

        Assert.True(subject.MustBeTakenUp);
        Assert.Equal(30, subject.ReachedFeedbacks);
    }

    private static void Decide(ThemeThreshold threshold, int feedbacks, int days, string because = Why) =>
        threshold.Decide(
            new AgendaThreshold(feedbacks, days),
            AgendaThreshold.Usual,
            because,
            Guid.NewGuid(),
            Now
        );
}

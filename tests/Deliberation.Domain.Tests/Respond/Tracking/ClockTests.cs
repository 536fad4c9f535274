using System.Globalization;
using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Domain.Tests.Respond.Tracking;

public sealed class ClockTests
{
    private const string Why = "Le Conseil d’État rend son avis en mai.";

    private static readonly Body Ministry = new(
        Guid.CreateVersion7(),
        "dns",
        "Délégation",
        IsFictional: true
    );
    private static readonly Body Agency = new(Guid.CreateVersion7(), "ans", "Agence", IsFictional: true);

    [Fact]
    public void A_suspended_treatment_owes_nothing_and_holds_its_day_back()
    {
        var treatment = Open("2026-06-01");

        treatment.Suspend($"  {Why} ", Ministry, At("2026-05-04"));

        Assert.Null(treatment.ExpectedOn);
        Assert.Equal((Day("2026-05-04"), Day("2026-06-01")), (treatment.SuspendedOn, treatment.HeldOn));
        var suspended = Assert.IsType<TreatmentSuspended>(treatment.TakeEvents()[^1]);
        Assert.Equal((Why, "dns"), (suspended.Reason, suspended.Body));
    }

    [Fact]
    public void Resuming_puts_the_day_off_by_the_working_days_that_stood_still()
    {
        var treatment = Open("2026-06-01");
        treatment.Suspend(Why, Ministry, At("2026-05-04"));

        treatment.Resume(Ministry, At("2026-05-11"));

        Assert.Equal(Day("2026-06-05"), treatment.ExpectedOn); // 4 to 7 May: the 8th is a holiday
        Assert.Null(treatment.SuspendedOn);
        Assert.Equal(Day("2026-06-05"), Assert.IsType<TreatmentResumed>(treatment.TakeEvents()[^1]).DueOn);
    }

    [Fact]
    public void Suspending_again_the_day_it_resumed_gains_no_day()
    {
        var treatment = Open("2026-06-01");
        treatment.Suspend(Why, Ministry, At("2026-05-04"));
        treatment.Resume(Ministry, At("2026-05-05"));
        treatment.Suspend(Why, Ministry, At("2026-05-05"));
        treatment.Resume(Ministry, At("2026-05-06"));

        Assert.Equal(Day("2026-06-03"), treatment.ExpectedOn);
    }

    [Fact]
    public void A_suspension_is_public_and_says_why() =>
        RuleAssert.Breaks(
            DeadlineRules.ASuspensionSaysWhy,
            () => Open("2026-06-01").Suspend("Élections", Ministry, At("2026-05-04"))
        );

    [Fact]
    public void Only_the_body_in_charge_stops_the_clock()
    {
        var treatment = Open("2026-06-01");

        RuleAssert.Breaks(
            TrackingRules.ABodyAnswersWhatItIsInChargeOf,
            () => treatment.Suspend(Why, Agency, At("2026-05-04"))
        );
        treatment.Suspend(Why, Ministry, At("2026-05-04"));
        RuleAssert.Breaks(
            TrackingRules.ABodyAnswersWhatItIsInChargeOf,
            () => treatment.Resume(Agency, At("2026-05-05"))
        );
    }

    [Theory]
    [InlineData("2026-06-02")] // yesterday was the last day
    [InlineData("2027-01-01")]
    public void What_is_late_is_not_suspended_any_more(string today) =>
        RuleAssert.Breaks(
            DeadlineRules.ASuspensionBeginsBeforeTheDueDate,
            () => Open("2026-06-01").Suspend(Why, Ministry, At(today))
        );

    [Fact]
    public void What_is_not_expected_is_not_suspended() =>
        RuleAssert.Breaks(
            DeadlineRules.ASuspensionBeginsBeforeTheDueDate,
            () => Open(null).Suspend(Why, Ministry, At("2026-05-04"))
        );

    [Fact]
    public void Suspensions_follow_one_another()
    {
        var treatment = Open("2026-06-01");
        treatment.Suspend(Why, Ministry, At("2026-05-04"));

        RuleAssert.Breaks(
            DeadlineRules.SuspensionsFollowOneAnother,
            () => treatment.Suspend(Why, Ministry, At("2026-05-05"))
        );
    }

    [Fact]
    public void Only_an_open_suspension_of_a_day_at_least_ends()
    {
        var treatment = Open("2026-06-01");
        RuleAssert.Breaks(
            DeadlineRules.OnlyAnOpenSuspensionEnds,
            () => treatment.Resume(Ministry, At("2026-05-04"))
        );

        treatment.Suspend(Why, Ministry, At("2026-05-04"));
        RuleAssert.Breaks(
            DeadlineRules.OnlyAnOpenSuspensionEnds,
            () => treatment.Resume(Ministry, At("2026-05-04"))
        );
    }

    [Fact]
    public void An_answer_ends_a_suspension_and_sets_its_own_day()
    {
        var treatment = Open("2026-06-01");
        treatment.Suspend(Why, Ministry, At("2026-05-04"));

        Answer(treatment, "2026-05-05", nextUpdateOn: "2026-09-01");

        Assert.Equal((Day("2026-09-01"), null), (treatment.ExpectedOn, treatment.SuspendedOn));
    }

    [Fact]
    public void A_second_answer_is_due_by_its_day_or_by_an_earlier_promise()
    {
        var treatment = Open("2026-06-01");
        Answer(treatment, "2026-05-05", nextUpdateOn: null);
        treatment.OweSecondAnswer(Day("2026-08-03"), "règle de la deuxième réponse", At("2026-06-08"));
        Assert.Equal((Day("2026-08-03"), true), (treatment.ExpectedOn, treatment.OwesSecondAnswer));

        Answer(treatment, "2026-06-10", nextUpdateOn: "2026-07-01");
        Assert.Equal((Day("2026-07-01"), false), (treatment.ExpectedOn, treatment.OwesSecondAnswer));
        treatment.OweSecondAnswer(Day("2026-08-03"), "règle de la deuxième réponse", At("2026-06-11"));
        Assert.Equal(Day("2026-07-01"), treatment.ExpectedOn);
        Assert.Equal(5, treatment.Expectations.Count);
    }

    [Fact]
    public void A_second_answer_follows_a_first() =>
        RuleAssert.Breaks(
            DeadlineRules.ASecondAnswerFollowsAFirst,
            () => Open(null).OweSecondAnswer(Day("2026-08-03"), "règle", At("2026-06-08"))
        );

    private static void Answer(Treatment treatment, string day, string? nextUpdateOn) =>
        treatment.Answer(
            new()
            {
                Key = Guid.CreateVersion7(),
                Status = "in-progress-short",
                Reason = "Deux cents personnes essaient la clé dans trois communes.",
                Function = "Bureau des usagers",
                NextUpdateOn = nextUpdateOn is null ? null : Day(nextUpdateOn),
            },
            Ministry,
            StatusScheme.Default,
            At(day)
        );

    private static Treatment Open(string? dueOn) =>
        Treatment.Open(
            Guid.CreateVersion7(),
            new(Guid.CreateVersion7(), 3, "AC-2026-01-P3", "Une clé remise au guichet", "acces"),
            new(Ministry, dueOn is null ? null : Day(dueOn), "engagement du ministère"),
            At("2026-03-02")
        );

    private static DateOnly Day(string date) => DateOnly.Parse(date, CultureInfo.InvariantCulture);

    private static DateTimeOffset At(string date) => new(Day(date), new TimeOnly(9, 0), TimeSpan.Zero);
}

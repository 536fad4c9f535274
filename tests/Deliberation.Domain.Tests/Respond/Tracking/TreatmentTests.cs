using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Domain.Tests.Respond.Tracking;

public sealed class TreatmentTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Body Ministry = new(
        Guid.CreateVersion7(),
        "dns",
        "Délégation",
        IsFictional: true
    );
    private static readonly Body Agency = new(Guid.CreateVersion7(), "ans", "Agence", IsFictional: true);

    [Fact]
    public void A_treatment_names_its_proposition() =>
        RuleAssert.Breaks(
            TrackingRules.ATreatmentNamesItsProposition,
            () =>
                Treatment.Open(
                    Guid.CreateVersion7(),
                    new(Guid.CreateVersion7(), 0, "AC-2026-01-P0", "Titre", ""),
                    new(Ministry, null, ""),
                    Now
                )
        );

    [Fact]
    public void A_due_date_says_what_it_rests_on() =>
        RuleAssert.Breaks(TrackingRules.ADueDateSaysItsBasis, () => Open(basis: " "));

    [Fact]
    public void Opening_is_a_public_act_that_waits_for_an_answer()
    {
        var treatment = Open();

        var opened = Assert.IsType<TreatmentOpened>(Assert.Single(treatment.TakeEvents()));
        Assert.Equal(("AC-2026-01-P3", "dns"), (opened.Subject, opened.Body));
        Assert.Equal(new DateOnly(2026, 5, 4), treatment.ExpectedOn);
        Assert.Null(treatment.Latest);
    }

    [Fact]
    public void Every_status_has_a_reason() =>
        RuleAssert.Breaks(
            TrackingRules.EveryStatusHasAReason,
            () => Answer(Open(), Given() with { Reason = "  Parce que.\n " })
        );

    [Fact]
    public void A_reason_cut_in_the_middle_of_a_character_is_refused() =>
        RuleAssert.Breaks(
            TrackingRules.EveryStatusHasAReason,
            () => Answer(Open(), Given() with { Reason = $"Une raison assez longue {'\uD83D'} coupée." })
        );

    [Fact]
    public void A_body_answers_only_what_it_is_in_charge_of() =>
        RuleAssert.Breaks(
            TrackingRules.ABodyAnswersWhatItIsInChargeOf,
            () => Open().Answer(Given(), Agency, StatusScheme.Default, Now)
        );

    [Fact]
    public void A_status_belongs_to_the_scale_of_the_opinion() =>
        RuleAssert.Breaks(
            TrackingRules.AStatusBelongsToTheScale,
            () => Answer(Open(), Given() with { Status = "done" })
        );

    [Fact]
    public void An_answer_is_signed_by_a_function() =>
        RuleAssert.Breaks(
            TrackingRules.AnAnswerIsSignedByAFunction,
            () => Answer(Open(), Given() with { Function = " " })
        );

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://example.org/plain")]
    [InlineData("https://user:secret@example.org/")]
    [InlineData("https://exa\nmple.org/")]
    [InlineData("data:text/html,<script>1</script>")]
    [InlineData("//example.org/relative")]
    [InlineData("https://")]
    public void Evidence_that_cannot_be_followed_safely_is_refused(string link) =>
        RuleAssert.Breaks(
            TrackingRules.EvidenceCanBeChecked,
            () => Answer(Open(), Given() with { EvidenceLink = link })
        );

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(4_000)]
    public void A_promise_looks_ahead_and_not_for_ever(int days) =>
        RuleAssert.Breaks(
            TrackingRules.APromiseLooksAhead,
            () => Answer(Open(), Given() with { NextUpdateOn = new DateOnly(2026, 3, 2).AddDays(days) })
        );

    [Theory]
    [InlineData("2026-03-28T23:30:00Z", "2026-03-29")] // half past midnight in Paris, on the day the clocks go forward
    [InlineData("2026-07-14T22:30:00Z", "2026-07-15")] // half past midnight in summer
    [InlineData("2025-12-31T23:00:00Z", "2026-01-01")] // the first instant of the year in Paris
    public void At_midnight_nobody_promises_the_day_that_has_begun_in_Paris(string moment, string today)
    {
        var (now, day) = (DateTimeOffset.Parse(moment, null), DateOnly.Parse(today, null));
        var treatment = Treatment.Open(
            Guid.CreateVersion7(),
            new(Guid.CreateVersion7(), 3, "AC-2026-01-P3", "Une clé remise au guichet", "acces"),
            new(Ministry, null, ""),
            now
        );

        RuleAssert.Breaks(TrackingRules.APromiseLooksAhead, () => Promise(day));
        Promise(day.AddDays(1));
        Assert.Equal(day.AddDays(1), treatment.ExpectedOn);

        void Promise(DateOnly promised) =>
            treatment.Answer(Given() with { NextUpdateOn = promised }, Ministry, StatusScheme.Default, now);
    }

    [Fact]
    public void An_answer_written_without_reading_the_last_one_is_refused()
    {
        var treatment = Open();
        Answer(treatment, Given());

        RuleAssert.Breaks(
            TrackingRules.AnAnswerIsWrittenKnowingTheLast,
            () => Answer(treatment, Given() with { After = 0 })
        );
    }

    [Fact]
    public void A_second_click_does_not_answer_twice()
    {
        var treatment = Open();
        var answer = Given() with { After = 0 };

        Answer(treatment, answer);
        Answer(treatment, answer);

        Assert.Single(treatment.Updates);
    }

    [Fact]
    public void A_refused_answer_leaves_nothing_behind()
    {
        var treatment = Open();
        treatment.TakeEvents();

        Assert.Throws<RuleBroken>(() => Answer(treatment, Given() with { Reason = "" }));

        Assert.Empty(treatment.Updates);
        Assert.Equal(0, treatment.AnswerCount);
        Assert.Empty(treatment.TakeEvents());
    }

    [Fact]
    public void A_new_answer_follows_the_earlier_ones_and_changes_none()
    {
        var treatment = Open();
        Answer(treatment, Given());

        Answer(treatment, Given() with { Key = Guid.CreateVersion7(), Status = "taken-into-account" });

        Assert.Equal(
            ["in-progress-short", "taken-into-account"],
            treatment.Updates.Select(update => update.Status)
        );
        Assert.Equal("taken-into-account", treatment.Latest?.Status);
    }

    [Fact]
    public void A_clock_that_jumps_back_never_puts_an_answer_before_the_one_it_follows()
    {
        var treatment = Open();
        Answer(treatment, Given());

        treatment.Answer(
            Given() with
            {
                Key = Guid.CreateVersion7(),
            },
            Ministry,
            StatusScheme.Default,
            Now.AddDays(-3)
        );

        Assert.Equal(Now, treatment.Latest?.At);
    }

    [Fact]
    public void An_answer_without_a_promise_owes_nothing_more()
    {
        var treatment = Open();

        Answer(treatment, Given() with { NextUpdateOn = null });

        Assert.Null(treatment.ExpectedOn);
    }

    [Fact]
    public void A_treatment_in_other_hands_is_answered_by_them_and_keeps_its_history()
    {
        var treatment = Open();
        Answer(treatment, Given());

        treatment.EntrustTo(Agency, Now.AddDays(1));
        treatment.Answer(
            Given() with
            {
                Key = Guid.CreateVersion7(),
            },
            Agency,
            StatusScheme.Default,
            Now.AddDays(2)
        );

        Assert.Equal([Ministry.Id, Agency.Id], treatment.Updates.Select(update => update.BodyId));
        Assert.Equal([Ministry.Id, Agency.Id], treatment.Entrustments.Select(hand => hand.BodyId));
        RuleAssert.Breaks(
            TrackingRules.ABodyAnswersWhatItIsInChargeOf,
            () => Answer(treatment, Given() with { Key = Guid.CreateVersion7() })
        );
    }

    [Fact]
    public void A_treatment_changes_hands_to_someone_else() =>
        RuleAssert.Breaks(TrackingRules.ATreatmentChangesHands, () => Open().EntrustTo(Ministry, Now));

    [Fact]
    public void A_scale_has_distinct_statuses() =>
        RuleAssert.Breaks(
            TrackingRules.AScaleHasDistinctStatuses,
            () =>
                OpinionTracker.Open(
                    new(Guid.CreateVersion7(), "AC-2026-01", "ac-2026-01", "Avis"),
                    new([StatusScheme.Default.Statuses[0], StatusScheme.Default.Statuses[0]]),
                    Now
                )
        );

    [Theory]
    [InlineData("Éléments", "elements")]
    [InlineData("L’ŒIL naïf", "l'œil naif")]
    public void Words_are_found_without_accents_or_capitals(string written, string searched) =>
        Assert.Equal(searched, SearchableText.Of(written));

    private static Treatment Open(string basis = "engagement du ministère du 2 mars 2026") =>
        Treatment.Open(
            Guid.CreateVersion7(),
            new(Guid.CreateVersion7(), 3, "AC-2026-01-P3", "Une clé remise au guichet", "acces"),
            new(Ministry, new DateOnly(2026, 5, 4), basis),
            Now
        );

    private static TreatmentAnswer Given() =>
        new()
        {
            Key = Guid.CreateVersion7(),
            Status = "in-progress-short",
            Reason = "Deux cents personnes essaient la clé dans trois communes.",
            Function = "Cheffe du bureau des usagers",
            EvidenceLink = "https://example.org/essai",
            NextUpdateOn = new DateOnly(2026, 6, 1),
        };

    private static void Answer(Treatment treatment, TreatmentAnswer answer) =>
        treatment.Answer(answer, Ministry, StatusScheme.Default, Now);
}

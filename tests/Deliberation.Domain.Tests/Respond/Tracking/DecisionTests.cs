using Deliberation.Domain.Respond.Tracking;
using static Deliberation.Domain.Tests.Respond.Tracking.AnsweredProposition;

namespace Deliberation.Domain.Tests.Respond.Tracking;

public sealed class DecisionTests
{
    private static readonly Decision Refusal = new()
    {
        Kind = DecisionKind.Declined,
        Ground = RefusalGround.Cost,
        WouldChange = "Un partage du coût avec les régions.",
    };

    [Fact]
    public void A_refusal_argued_in_full_is_kept_as_it_was_given()
    {
        var treatment = Open();

        Answer(treatment, Refused());

        Assert.Equal(Refusal, treatment.Latest?.Decision);
    }

    [Fact]
    public void A_refusal_gives_its_ground() =>
        RuleAssert.Breaks(
            TrackingRules.ARefusalIsArgued,
            () => Answer(Open(), Refused() with { Decision = Refusal with { Ground = null } })
        );

    [Fact]
    public void A_refusal_says_what_would_change_it() =>
        RuleAssert.Breaks(
            TrackingRules.ARefusalIsArgued,
            () => Answer(Open(), Refused() with { Decision = Refusal with { WouldChange = " Rien.  " } })
        );

    [Fact]
    public void A_refusal_rests_on_evidence() =>
        RuleAssert.Breaks(
            TrackingRules.ARefusalIsArgued,
            () => Answer(Open(), Refused() with { EvidenceCitation = null })
        );

    [Theory]
    [InlineData("declined")]
    [InlineData("abandoned")]
    public void A_status_that_declines_goes_with_the_decision_to_decline(string status)
    {
        RuleAssert.Breaks(
            TrackingRules.ARefusedStatusIsARefusal,
            () => Answer(Open(), Given() with { Status = status })
        );
        RuleAssert.Breaks(
            TrackingRules.ARefusedStatusIsARefusal,
            () =>
                Answer(
                    Open(),
                    Given() with
                    {
                        Status = status,
                        Decision = new() { Kind = DecisionKind.Accepted },
                    }
                )
        );
    }

    [Fact]
    public void What_was_declined_elsewhere_before_these_rules_is_told_as_it_was()
    {
        var treatment = Open();

        Answer(treatment, Given() with { Status = "declined", ImportedFrom = "Un tableau de 2022" });

        Assert.Equal("declined", treatment.Latest?.Status);
    }

    [Fact]
    public void A_decision_in_part_says_both_parts() =>
        RuleAssert.Breaks(
            TrackingRules.ADecisionIsSaidInFull,
            () =>
                Answer(
                    Open(),
                    Given() with
                    {
                        Decision = new() { Kind = DecisionKind.AcceptedInPart, Kept = "La clé au guichet." },
                    }
                )
        );

    [Fact]
    public void Passing_a_proposition_on_says_to_whom() =>
        RuleAssert.Breaks(
            TrackingRules.ADecisionIsSaidInFull,
            () => Answer(Open(), Given() with { Decision = new() { Kind = DecisionKind.PassedOn } })
        );

    [Fact]
    public void A_decision_keeps_nothing_that_belongs_to_another_kind()
    {
        var treatment = Open();

        Answer(treatment, Given() with { Decision = Refusal with { Kind = DecisionKind.Accepted } });

        Assert.Equal(new Decision { Kind = DecisionKind.Accepted }, treatment.Latest?.Decision);
    }

    [Fact]
    public void A_check_by_a_third_party_is_signed_and_public() =>
        RuleAssert.Breaks(
            TrackingRules.ACheckIsSignedAndPublic,
            () => Answer(Open(), Given() with { CheckedBy = "Cour des comptes" })
        );

    [Fact]
    public void A_measure_of_success_is_short() =>
        RuleAssert.Breaks(
            TrackingRules.ASuccessMeasureIsShort,
            () => Answer(Open(), Given() with { SuccessMeasure = new string('a', 1_001) })
        );

    [Theory]
    [InlineData(StatusCategory.InProgress, "https://example.org", "Un tiers", EvidenceLevel.None)]
    [InlineData(StatusCategory.Delivered, null, null, EvidenceLevel.Declared)]
    [InlineData(StatusCategory.PartlyDelivered, null, null, EvidenceLevel.Declared)]
    [InlineData(StatusCategory.Delivered, "https://example.org", null, EvidenceLevel.PublicDocument)]
    [InlineData(StatusCategory.Delivered, "https://example.org", "Un tiers", EvidenceLevel.Checked)]
    public void Saying_done_is_not_showing_it(
        StatusCategory category,
        string? link,
        string? checkedBy,
        EvidenceLevel level
    )
    {
        Assert.Equal(level, EvidenceLevels.Behind(category, link, checkedBy));
        Assert.Equal(category == StatusCategory.Delivered && link is not null, level.IsConfirmed());
    }

    [Fact]
    public void A_correction_cites_an_answer_already_given_and_both_stay()
    {
        var treatment = Open();
        Answer(treatment, Given());

        Answer(
            treatment,
            Given() with
            {
                Corrects = 1,
                Reason = "Cent personnes essaient la clé, et non deux cents.",
            }
        );

        Assert.Equal([null, 1], treatment.Updates.Select(update => update.Corrects));
        Assert.Equal(Given().Reason, treatment.Updates[0].Reason);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_correction_of_an_answer_that_was_not_given_is_refused(int number)
    {
        var treatment = Open();
        Answer(treatment, Given());

        RuleAssert.Breaks(
            TrackingRules.ACorrectionNamesAnEarlierAnswer,
            () => Answer(treatment, Given() with { Corrects = number })
        );
    }

    private static TreatmentAnswer Refused() =>
        Given() with
        {
            Status = "declined",
            Decision = Refusal,
            EvidenceCitation = "Étude de coût, mars 2026.",
        };
}

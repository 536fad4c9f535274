using Deliberation.Domain.Respond.Instruction;
using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Domain.Tests.Respond.Instruction;

public sealed class PreparedAnswerTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly Guid Writer = Guid.CreateVersion7();
    private static readonly Guid Reader = Guid.CreateVersion7();

    private readonly Body ministry = new(Guid.CreateVersion7(), "dns", "Délégation", IsFictional: true);
    private readonly Treatment treatment;

    public PreparedAnswerTests()
    {
        ministry.TurnChainOn(agents: 2);
        treatment = Treatment.Open(
            Guid.CreateVersion7(),
            new(Guid.CreateVersion7(), 3, "AC-2026-01-P3", "Une clé remise au guichet", "acces"),
            new(ministry, null, ""),
            Now
        );
    }

    [Fact]
    public void A_chain_takes_two_persons() =>
        RuleAssert.Breaks(InstructionRules.AChainTakesTwoPersons, () => ministry.TurnChainOn(agents: 1));

    [Fact]
    public void Where_there_is_a_chain_no_answer_is_published_without_it()
    {
        RuleAssert.Breaks(
            InstructionRules.AnAnswerGoesThroughTheChain,
            () => treatment.Answer(Written(), ministry, StatusScheme.Default, Now)
        );

        ministry.TurnChainOff();
        treatment.Answer(Written(), ministry, StatusScheme.Default, Now);

        Assert.Single(treatment.Updates);
    }

    [Fact]
    public void Written_then_read_then_signed_it_is_published_once()
    {
        var answer = Signed();

        answer.Publish(treatment, ministry, StatusScheme.Default, Now);

        Assert.Equal(answer.Key, treatment.Latest?.Key);
        Assert.Equal((AnswerStage.Published, null), (answer.Stage, answer.UnderWay));
        Assert.Equal(
            [AnswerStage.Prepared, AnswerStage.Reviewed, AnswerStage.Signed, AnswerStage.Published],
            answer.Steps.Select(step => step.Stage)
        );
        RuleAssert.Breaks(
            InstructionRules.AnAnswerIsReadBeforeItIsSigned,
            () => answer.Publish(treatment, ministry, StatusScheme.Default, Now)
        );
        Assert.Single(treatment.Updates);
    }

    [Fact]
    public void An_answer_is_read_before_it_is_signed()
    {
        var answer = Prepared();

        RuleAssert.Breaks(
            InstructionRules.AnAnswerIsReadBeforeItIsSigned,
            () => answer.Sign(Hand(Reader, answer), null, Now)
        );
        RuleAssert.Breaks(
            InstructionRules.AnAnswerIsReadBeforeItIsSigned,
            () => answer.Publish(treatment, ministry, StatusScheme.Default, Now)
        );
    }

    [Fact]
    public void Nobody_reviews_or_signs_what_they_wrote()
    {
        var answer = Prepared();
        RuleAssert.Breaks(
            InstructionRules.NobodyReviewsWhatTheyWrote,
            () => answer.Review(Hand(Writer, answer), Now)
        );

        answer.Review(Hand(Reader, answer), Now);

        RuleAssert.Breaks(
            InstructionRules.NobodyReviewsWhatTheyWrote,
            () => answer.Sign(Hand(Writer, answer), null, Now)
        );
    }

    [Fact]
    public void Who_wrote_any_version_of_it_is_one_who_wrote_it()
    {
        var answer = Prepared();
        answer.SendBack(Hand(Reader, answer), "Le coût manque.", Now);

        answer.WriteAgain(Reader, InPlace(Written("Le coût est de deux euros par personne.")), Now);

        RuleAssert.Breaks(
            InstructionRules.NobodyReviewsWhatTheyWrote,
            () => answer.Review(Hand(Writer, answer), Now)
        );
    }

    [Fact]
    public void A_step_is_taken_on_what_was_read()
    {
        var answer = Prepared();
        var stale = Hand(Reader, answer);
        answer.SendBack(Hand(Reader, answer), "Le coût manque.", Now);
        answer.WriteAgain(Writer, InPlace(Written("Le coût est de deux euros par personne.")), Now);

        RuleAssert.Breaks(InstructionRules.AStepIsTakenOnWhatWasRead, () => answer.Review(stale, Now));
    }

    [Fact]
    public void A_second_click_takes_a_step_once()
    {
        var answer = Prepared();
        var reading = Hand(Reader, answer);
        answer.Review(reading, Now);
        answer.Review(reading, Now);
        var signing = Hand(Reader, answer);
        answer.Sign(signing, null, Now);
        answer.Sign(signing, null, Now);

        Assert.Equal(3, answer.StepCount);
    }

    [Fact]
    public void The_same_words_sent_twice_are_written_once()
    {
        var written = Written();
        var answer = PreparedAnswer.Prepare(Guid.CreateVersion7(), Writer, InPlace(written), Now);

        answer.WriteAgain(Writer, InPlace(written), Now);

        Assert.Equal(1, answer.StepCount);
    }

    [Fact]
    public void A_proposition_has_one_answer_under_way() =>
        RuleAssert.Breaks(
            InstructionRules.APropositionHasOneAnswerUnderWay,
            () => Prepared().WriteAgain(Reader, InPlace(Written("Une autre réponse, en même temps.")), Now)
        );

    [Fact]
    public void A_body_handles_its_own_answers()
    {
        var answer = Prepared();
        var stranger = new Hand(Reader, Guid.CreateVersion7(), answer.StepCount);

        RuleAssert.Breaks(InstructionRules.ABodyHandlesItsOwnAnswers, () => answer.Review(stranger, Now));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  non ")]
    public void Sending_back_or_giving_up_says_why(string? reason)
    {
        var answer = Prepared();

        RuleAssert.Breaks(
            InstructionRules.ASendingBackSaysWhy,
            () => answer.SendBack(Hand(Reader, answer), reason, Now)
        );
        RuleAssert.Breaks(
            InstructionRules.ASendingBackSaysWhy,
            () => answer.Abandon(Hand(Writer, answer), reason, Now)
        );
        Assert.Equal(1, answer.StepCount);
    }

    [Fact]
    public void Given_up_it_is_under_way_no_more()
    {
        var answer = Prepared();

        answer.Abandon(Hand(Writer, answer), "La question est réglée.", Now);

        Assert.Null(answer.UnderWay);
        RuleAssert.Breaks(
            InstructionRules.AnAnswerIsReadBeforeItIsSigned,
            () => answer.SendBack(Hand(Reader, answer), "Trop tard pour cela.", Now)
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(400)]
    public void An_effective_date_looks_ahead(int days)
    {
        var answer = Prepared();
        answer.Review(Hand(Reader, answer), Now);

        RuleAssert.Breaks(
            InstructionRules.AnEffectiveDateLooksAhead,
            () => answer.Sign(Hand(Reader, answer), Today.AddDays(days), Now)
        );
    }

    [Fact]
    public void A_promise_lies_after_the_day_the_answer_takes_effect()
    {
        var promising = Written() with { NextUpdateOn = Today.AddDays(10) };
        var answer = PreparedAnswer.Prepare(Guid.CreateVersion7(), Writer, InPlace(promising), Now);
        answer.Review(Hand(Reader, answer), Now);

        RuleAssert.Breaks(
            TrackingRules.APromiseLooksAhead,
            () => answer.Sign(Hand(Reader, answer), Today.AddDays(10), Now)
        );
    }

    [Theory]
    [InlineData("2026-03-28", "2026-03-28T07:00:00Z")]
    [InlineData("2026-03-29", "2026-03-29T06:00:00Z")]
    [InlineData("2026-10-25", "2026-10-25T07:00:00Z")]
    [InlineData("2027-01-01", "2027-01-01T07:00:00Z")]
    public void It_takes_effect_at_eight_in_Paris_whatever_the_season(string day, string instant)
    {
        var answer = Prepared();
        answer.Review(Hand(Reader, answer), Now);

        answer.Sign(Hand(Reader, answer), DateOnly.Parse(day, null), Now);

        var moment = DateTimeOffset.Parse(instant, null);
        Assert.Equal(moment, answer.EffectiveAt);
        Assert.Equal((false, true), (answer.IsDue(moment.AddSeconds(-1)), answer.IsDue(moment)));
    }

    [Fact]
    public void Overtaken_by_another_answer_it_goes_back_and_says_so()
    {
        var answer = Signed();
        ministry.TurnChainOff();
        treatment.Answer(
            Written("Une réponse plus pressée que les autres."),
            ministry,
            StatusScheme.Default,
            Now
        );

        RuleAssert.Breaks(
            TrackingRules.AnAnswerIsWrittenKnowingTheLast,
            () => answer.Publish(treatment, ministry, StatusScheme.Default, Now)
        );
        answer.Return(TrackingRules.AnAnswerIsWrittenKnowingTheLast, Now);

        Assert.Equal(AnswerStage.SentBack, answer.Stage);
        var last = answer.Steps[^1];
        Assert.Equal((null, TrackingRules.AnAnswerIsWrittenKnowingTheLast.Sentence), (last.By, last.Reason));
    }

    [Fact]
    public void What_would_be_refused_to_the_public_is_not_prepared_either() =>
        RuleAssert.Breaks(
            TrackingRules.EveryStatusHasAReason,
            () => PreparedAnswer.Prepare(Guid.CreateVersion7(), Writer, InPlace(Written(" ")), Now)
        );

    private PreparedAnswer Prepared() =>
        PreparedAnswer.Prepare(Guid.CreateVersion7(), Writer, InPlace(Written()), Now);

    private PreparedAnswer Signed()
    {
        var answer = Prepared();
        answer.Review(Hand(Reader, answer), Now);
        answer.Sign(Hand(Reader, answer), null, Now);
        return answer;
    }

    private Hand Hand(Guid by, PreparedAnswer answer) => new(by, ministry.Id, answer.StepCount);

    private AnswerInPlace InPlace(TreatmentAnswer answer) =>
        new(answer, treatment, ministry, StatusScheme.Default);

    private TreatmentAnswer Written(string reason = "Deux cents personnes essaient la clé.") =>
        new()
        {
            Key = Guid.CreateVersion7(),
            After = treatment.AnswerCount,
            Status = "in-progress-short",
            Reason = reason,
            Function = "Bureau des usagers",
        };
}

using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Domain.Tests.Respond.Tracking;

public sealed class WithdrawalTests
{
    private const string Why = "Les membres ont réuni deux propositions en une.";
    private static readonly DateTimeOffset Published = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Now = new(2026, 4, 1, 9, 0, 0, TimeSpan.Zero);
    private readonly Body ministry = new(Guid.CreateVersion7(), "dns", "Délégation", IsFictional: true);
    private readonly Treatment treatment;

    public WithdrawalTests()
    {
        treatment = Treatment.Open(
            Guid.CreateVersion7(),
            new(Guid.CreateVersion7(), 3, "AC-2026-01-P3", "Une clé pour chacun", ""),
            new(ministry, new DateOnly(2026, 5, 4), "engagement du ministère"),
            Published
        );
        treatment.TakeEvents();
    }

    [Fact]
    public void What_the_members_withdrew_makes_nobody_late()
    {
        treatment.Withdraw(2, $" {Why} ", Now);

        Assert.Null(treatment.ExpectedOn);
        Assert.False(Standing.Before(treatment, Now)!.IsWithdrawn);
        Assert.True(Standing.Before(treatment, Now.AddTicks(1))!.IsWithdrawn);
        Assert.Equal(
            (ExpectationCause.Withdrawn, Why),
            (treatment.Expectations[^1].Cause, treatment.Expectations[^1].Basis)
        );
        var said = Assert.IsType<PropositionWithdrawn>(Assert.Single(treatment.TakeEvents()));
        Assert.Equal(("AC-2026-01-P3", 2, Why), (said.Subject, said.Edition, said.Reason));
        Assert.Equal(
            new DateOnly(2026, 5, 4),
            Standing.AtTheEndOf(treatment, new DateOnly(2026, 3, 31))!.ExpectedOn
        );
    }

    [Fact]
    public void Withdrawing_twice_and_putting_back_what_was_never_out_change_nothing()
    {
        treatment.Restore(2, Promised(), Now);
        Assert.Empty(treatment.TakeEvents());

        treatment.Withdraw(2, Why, Now);
        treatment.Withdraw(3, Why, Now.AddDays(1));

        Assert.Single(treatment.TakeEvents());
        Assert.Equal(Now, treatment.WithdrawnAt);
    }

    [Fact]
    public void Nothing_is_owed_to_a_withdrawn_proposition()
    {
        Answer();
        treatment.Withdraw(2, Why, Now);

        RuleAssert.Breaks(
            DeadlineRules.NothingIsOwedToAWithdrawnProposition,
            () => treatment.OweSecondAnswer(new DateOnly(2026, 6, 1), "appréciation des membres", Now)
        );
    }

    [Fact]
    public void A_second_answer_that_was_owed_is_owed_no_more()
    {
        Answer();
        treatment.OweSecondAnswer(new DateOnly(2026, 6, 1), "appréciation des membres", Now);

        treatment.Withdraw(2, Why, Now);

        Assert.Equal((false, null), (treatment.OwesSecondAnswer, treatment.ExpectedOn));
    }

    [Fact]
    public void An_answer_given_all_the_same_makes_nobody_late_by_its_promise()
    {
        treatment.Withdraw(2, Why, Now);

        Answer(Now.AddDays(2), promised: new DateOnly(2026, 6, 1));

        Assert.Equal((1, null), (treatment.AnswerCount, treatment.ExpectedOn));
        Assert.Equal(new DateOnly(2026, 6, 1), treatment.Latest!.NextUpdateOn);
    }

    [Fact]
    public void Put_back_it_is_owed_a_first_answer_anew_when_it_had_none()
    {
        treatment.Withdraw(2, Why, Now);
        treatment.TakeEvents();

        treatment.Restore(3, Promised(), Now.AddDays(9));

        Assert.Equal((null, new DateOnly(2026, 7, 1)), (treatment.WithdrawnAt, treatment.ExpectedOn));
        var said = Assert.IsType<PropositionRestored>(Assert.Single(treatment.TakeEvents()));
        Assert.Equal((3, new DateOnly(2026, 7, 1)), (said.Edition, said.DueOn));
    }

    [Fact]
    public void Put_back_with_its_answers_it_keeps_them_and_is_owed_nothing_by_that_alone()
    {
        Answer();
        treatment.Withdraw(2, Why, Now);

        treatment.Restore(3, Promised(), Now.AddDays(9));

        Assert.Equal((1, null), (treatment.AnswerCount, treatment.ExpectedOn));
    }

    private FirstAnswer Promised() => new(ministry, new DateOnly(2026, 7, 1), "engagement du ministère");

    private void Answer(DateTimeOffset? at = null, DateOnly? promised = null) =>
        treatment.Answer(
            new()
            {
                Key = Guid.CreateVersion7(),
                Status = "in-progress-short",
                Reason = "Deux cents personnes essaient la clé dans trois communes.",
                Function = "Bureau des usagers",
                NextUpdateOn = promised,
            },
            ministry,
            StatusScheme.Default,
            at ?? Published.AddDays(3)
        );
}

using System.Globalization;
using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Domain.Tests.Respond.Tracking;

public sealed class DeadlineTests
{
    // Due on Monday 1 June 2026.
    private static readonly Deadline Due = new(Day("2026-06-01"));

    [Fact]
    public void A_deadline_counts_working_days() =>
        Assert.Equal(Day("2026-03-30"), Deadline.After(Day("2026-03-02"), 20).FirstDue);

    [Theory]
    [InlineData("2026-07-15")] // a working day
    [InlineData("2026-07-19")] // a Sunday
    [InlineData("2027-01-04")] // just after two holidays
    public void The_last_day_of_which_an_answer_is_very_late_can_be_told(string today)
    {
        var last = Deadline.VeryLateWhenDueOn(Day(today));

        Assert.Equal(DeadlineState.VeryLate, new Deadline(last).StateOn(Day(today)));
        Assert.Equal(DeadlineState.Late, new Deadline(last.AddDays(1)).StateOn(Day(today)));
    }

    [Theory]
    [InlineData("2026-03-02", DeadlineState.OnTime)]
    [InlineData("2026-05-13", DeadlineState.OnTime)] // 11 working days left
    [InlineData("2026-05-15", DeadlineState.DueSoon)] // 10 left, Ascension and Whit Monday taken out
    [InlineData("2026-06-01", DeadlineState.DueSoon)] // the day itself is in time
    [InlineData("2026-06-02", DeadlineState.Late)]
    [InlineData("2026-07-13", DeadlineState.Late)] // 30 working days after
    [InlineData("2026-07-14", DeadlineState.Late)] // a holiday adds none
    [InlineData("2026-07-15", DeadlineState.VeryLate)]
    public void The_state_changes_by_day(string today, DeadlineState state) =>
        Assert.Equal(state, Due.StateOn(Day(today)));

    [Fact]
    public void A_week_end_after_the_due_day_is_late_by_no_working_day()
    {
        var friday = new Deadline(Day("2026-06-05"));

        Assert.Equal(DeadlineState.Late, friday.StateOn(Day("2026-06-06")));
        Assert.Equal(0, friday.WorkingDaysLateOn(Day("2026-06-06")));
        Assert.Equal(1, friday.WorkingDaysLateOn(Day("2026-06-08")));
    }

    [Fact]
    public void A_suspension_puts_the_due_day_off_by_as_many_working_days()
    {
        var suspended = Due.Suspend(Day("2026-05-04")).Resume(Day("2026-05-10"));

        Assert.Equal(Day("2026-06-05"), suspended.DueAsOf(Day("2026-06-01"))); // 4 days: 8 May is a holiday
        Assert.Equal(Day("2026-06-01"), suspended.DueAsOf(Day("2026-05-03")));
    }

    [Fact]
    public void While_it_is_suspended_the_time_left_stands_still()
    {
        var suspended = Due.Suspend(Day("2026-05-04"));

        Assert.Equal(DeadlineState.OnTime, suspended.StateOn(Day("2026-12-31")));
        Assert.True(suspended.IsSuspendedOn(Day("2026-12-31")));
        Assert.False(suspended.IsSuspendedOn(Day("2026-05-03")));
    }

    [Fact]
    public void Suspensions_add_up()
    {
        var twice = Due.Suspend(Day("2026-04-20"))
            .Resume(Day("2026-04-24"))
            .Suspend(Day("2026-05-18"))
            .Resume(Day("2026-05-19"));

        Assert.Equal(Day("2026-06-10"), twice.DueAsOf(Day("2026-06-01")));
        Assert.Equal(2, twice.Suspensions.Count);
    }

    [Fact]
    public void A_suspension_begins_before_the_due_date() =>
        RuleAssert.Breaks(
            DeadlineRules.ASuspensionBeginsBeforeTheDueDate,
            () => Due.Suspend(Day("2026-06-02"))
        );

    [Fact]
    public void Suspensions_follow_one_another()
    {
        var open = Due.Suspend(Day("2026-05-04"));

        RuleAssert.Breaks(DeadlineRules.SuspensionsFollowOneAnother, () => open.Suspend(Day("2026-05-06")));
        RuleAssert.Breaks(
            DeadlineRules.SuspensionsFollowOneAnother,
            () => open.Resume(Day("2026-05-06")).Suspend(Day("2026-05-06"))
        );
    }

    [Fact]
    public void Only_an_open_suspension_ends()
    {
        RuleAssert.Breaks(DeadlineRules.OnlyAnOpenSuspensionEnds, () => Due.Resume(Day("2026-05-04")));
        RuleAssert.Breaks(
            DeadlineRules.OnlyAnOpenSuspensionEnds,
            () => Due.Suspend(Day("2026-05-04")).Resume(Day("2026-05-03"))
        );
    }

    private static DateOnly Day(string date) => DateOnly.Parse(date, CultureInfo.InvariantCulture);
}

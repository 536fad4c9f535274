using Deliberation.Domain.Respond.Reminders;

namespace Deliberation.Domain.Tests.Respond.Reminders;

public sealed class BodyReminderTests
{
    // A Wednesday; the Monday after it is 8 June, the fifth working day before it Wednesday 27 May (Whit Monday is 25 May).
    private static readonly DateOnly Due = new(2026, 6, 3);

    [Theory]
    [InlineData("2026-05-26", false)]
    [InlineData("2026-05-27", true)]
    [InlineData("2026-05-28", false)]
    [InlineData("2026-06-03", false)]
    [InlineData("2026-06-04", true)]
    [InlineData("2026-06-05", false)]
    [InlineData("2026-06-08", true)]
    [InlineData("2026-06-09", false)]
    [InlineData("2026-06-15", true)]
    public void A_body_is_reminded_before_the_day_after_it_then_once_a_week(string day, bool expected) =>
        Assert.Equal(expected, Reminded(On(day).AddDays(-1)).Calls([Due], On(day)));

    [Fact]
    public void A_body_is_reminded_once_a_day()
    {
        var reminder = Reminded(On("2026-06-03"));
        var today = On("2026-06-04");
        Assert.True(reminder.Calls([Due], today));

        reminder.SeeTo(today);

        Assert.False(reminder.Calls([Due], today));
    }

    [Theory]
    [InlineData("2026-06-06")]
    [InlineData("2026-06-07")]
    [InlineData("2026-07-14")]
    public void Nobody_is_reminded_on_a_day_off(string day) =>
        Assert.False(Reminded(On("2026-05-20")).Calls([Due], On(day)));

    [Fact]
    public void A_monday_off_is_made_up_for_on_tuesday()
    {
        var whitMonday = On("2026-05-25");

        Assert.False(Reminded(whitMonday.AddDays(-1)).Calls([On("2026-05-04")], whitMonday));
        Assert.True(Reminded(whitMonday.AddDays(-1)).Calls([On("2026-05-04")], On("2026-05-26")));
    }

    [Fact]
    public void What_a_stopped_service_missed_is_told_when_it_is_back() =>
        Assert.True(Reminded(On("2026-06-03")).Calls([Due], On("2026-06-05")));

    [Fact]
    public void A_day_promised_on_a_saturday_has_its_reminder_too() =>
        Assert.True(Reminded(On("2026-06-07")).Calls([On("2026-06-13")], On("2026-06-08")));

    [Fact]
    public void The_days_seen_to_never_go_back()
    {
        var reminder = Reminded(On("2026-06-04"));

        reminder.SeeTo(On("2026-06-01"));

        Assert.Equal(On("2026-06-04"), reminder.LastOn);
    }

    private static BodyReminder Reminded(DateOnly last) =>
        BodyReminder.Begin(Guid.NewGuid(), last.AddDays(1));

    private static DateOnly On(string day) =>
        DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

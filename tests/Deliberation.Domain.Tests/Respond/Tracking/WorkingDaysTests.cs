using System.Globalization;
using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Domain.Tests.Respond.Tracking;

public sealed class WorkingDaysTests
{
    // Dates published by the Bureau des longitudes, with the earliest and the latest possible Easters.
    [Theory]
    [InlineData("1818-03-22")]
    [InlineData("1900-04-15")]
    [InlineData("1943-04-25")]
    [InlineData("1954-04-18")]
    [InlineData("1981-04-19")]
    [InlineData("2000-04-23")]
    [InlineData("2008-03-23")]
    [InlineData("2019-04-21")]
    [InlineData("2020-04-12")]
    [InlineData("2021-04-04")]
    [InlineData("2022-04-17")]
    [InlineData("2023-04-09")]
    [InlineData("2024-03-31")]
    [InlineData("2025-04-20")]
    [InlineData("2026-04-05")]
    [InlineData("2027-03-28")]
    [InlineData("2038-04-25")]
    [InlineData("2049-04-18")]
    public void Easter_falls_on_its_known_day(string date) =>
        Assert.Equal(Day(date), PublicHolidays.EasterSunday(Day(date).Year));

    [Fact]
    public void A_year_has_the_eleven_holidays_of_the_labour_code()
    {
        var days = Enumerable.Range(0, 365).Select(Day("2026-01-01").AddDays).Where(PublicHolidays.Includes);

        Assert.Equal(
            "01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25",
            string.Join(' ', days.Select(day => day.ToString("MM-dd", CultureInfo.InvariantCulture)))
        );
    }

    [Theory]
    [InlineData("2026-04-03")] // Good Friday and 26 December are holidays in Alsace and Moselle only.
    [InlineData("2025-12-26")]
    public void The_holidays_of_Alsace_and_Moselle_are_worked(string date) =>
        Assert.True(WorkingDays.Includes(Day(date)));

    [Theory]
    [InlineData("2026-03-02", 0, "2026-03-02")]
    [InlineData("2026-03-02", 1, "2026-03-03")]
    [InlineData("2026-03-06", 1, "2026-03-09")] // over a week-end
    [InlineData("2026-03-07", 1, "2026-03-09")] // from a Saturday
    [InlineData("2026-04-03", 1, "2026-04-07")] // over Easter Monday
    [InlineData("2026-04-30", 1, "2026-05-04")] // 1 May is a Friday
    [InlineData("2025-12-24", 1, "2025-12-26")]
    [InlineData("2025-12-31", 1, "2026-01-02")] // over the year's end
    [InlineData("2027-12-31", 1, "2028-01-03")] // 1 January on a Saturday is not put off
    [InlineData("2026-05-13", 1, "2026-05-15")] // Ascension
    [InlineData("2026-01-01", 252, "2026-12-31")] // the whole of 2026
    public void The_nth_working_day_after_is_found(string from, int days, string expected) =>
        Assert.Equal(Day(expected), WorkingDays.Add(Day(from), days));

    [Theory]
    [InlineData(2024)]
    [InlineData(2025)]
    [InlineData(2026)]
    public void Counting_undoes_adding(int year)
    {
        var from = new DateOnly(year, 11, 20);
        foreach (var days in Enumerable.Range(0, 400))
        {
            Assert.Equal(days, WorkingDays.Between(from, WorkingDays.Add(from, days)));
        }
    }

    [Fact]
    public void Nothing_is_counted_backwards() =>
        Assert.Equal(0, WorkingDays.Between(Day("2026-03-10"), Day("2026-03-01")));

    [Theory]
    [InlineData(-1)]
    [InlineData(WorkingDays.Most + 1)]
    public void An_absurd_number_of_days_is_refused(int days) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkingDays.Add(Day("2026-03-02"), days));

    [Theory]
    [InlineData("2026-03-01T22:59:59Z", "2026-03-01")] // winter: UTC+1
    [InlineData("2026-03-01T23:00:00Z", "2026-03-02")]
    [InlineData("2026-07-01T21:59:59Z", "2026-07-01")] // summer: UTC+2
    [InlineData("2026-07-01T22:00:00Z", "2026-07-02")]
    [InlineData("2025-12-31T23:30:00Z", "2026-01-01")]
    [InlineData("2026-03-01T20:00:00-05:00", "2026-03-02")]
    public void The_day_is_the_one_in_Paris(string moment, string date) =>
        Assert.Equal(
            Day(date),
            WorkingDays.DateInParis(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture))
        );

    private static DateOnly Day(string date) => DateOnly.Parse(date, CultureInfo.InvariantCulture);
}

using System.Globalization;
using Deliberation.Web.Platform.Localization;

namespace Deliberation.Web.Tests.Platform.Localization;

public sealed class FrenchDatesTests
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    [Theory]
    [InlineData(
        "2026-03-01",
        "1er mars 2026",
        "dimanche 1er mars 2026",
        "1 March 2026",
        "Sunday 1 March 2026"
    )]
    [InlineData("2026-08-02", "2 août 2026", "dimanche 2 août 2026", "2 August 2026", "Sunday 2 August 2026")]
    [InlineData(
        "2025-12-11",
        "11 décembre 2025",
        "jeudi 11 décembre 2025",
        "11 December 2025",
        "Thursday 11 December 2025"
    )]
    public void A_date_is_told_in_both_languages(
        string day,
        string fr,
        string longFr,
        string en,
        string longEn
    )
    {
        var date = DateOnly.Parse(day, CultureInfo.InvariantCulture);

        Assert.Equal((fr, longFr), (FrenchDates.Date(date, French), FrenchDates.LongDate(date, French)));
        Assert.Equal((en, longEn), (FrenchDates.Date(date, English), FrenchDates.LongDate(date, English)));
    }

    [Theory]
    [InlineData("2026-03-01T13:05:00Z", "14^h^05", "14:05")]
    [InlineData("2026-07-01T13:05:00Z", "15^h^05", "15:05")]
    [InlineData("2026-03-01T08:00:00Z", "9^h", "09:00")]
    [InlineData("2026-03-01T23:30:00Z", "0^h^30", "00:30")]
    public void A_time_is_told_in_Paris(string moment, string fr, string en)
    {
        Assert.Equal(fr.Replace('^', '\u202F'), FrenchDates.Time(At(moment), French));
        Assert.Equal(en, FrenchDates.Time(At(moment), English));
    }

    [Fact]
    public void A_moment_late_in_the_evening_in_UTC_is_the_next_day_in_Paris()
    {
        Assert.Equal(
            "1er mars 2026 à 0\u202Fh\u202F30",
            FrenchDates.DateAndTime(At("2026-02-28T23:30:00Z"), French)
        );
        Assert.Equal("1 March 2026 at 00:30", FrenchDates.DateAndTime(At("2026-02-28T23:30:00Z"), English));
    }

    [Theory]
    [InlineData("2026-03-10T11:59:30Z", "à l’instant", "just now")]
    [InlineData("2026-03-10T12:00:30Z", "dans un instant", "in a moment")]
    [InlineData("2026-03-10T11:58:59Z", "il y a 1 minute", "1 minute ago")]
    [InlineData("2026-03-10T11:15:00Z", "il y a 45 minutes", "45 minutes ago")]
    [InlineData("2026-03-10T10:30:00Z", "il y a 1 heure", "1 hour ago")]
    [InlineData("2026-03-10T14:00:00Z", "dans 2 heures", "in 2 hours")]
    [InlineData("2026-03-09T23:30:00Z", "il y a 12 heures", "12 hours ago")] // half past midnight in Paris
    [InlineData("2026-03-09T22:30:00Z", "hier", "yesterday")] // half past eleven the night before
    [InlineData("2026-03-09T20:00:00Z", "hier", "yesterday")]
    [InlineData("2026-03-11T12:00:00Z", "demain", "tomorrow")]
    [InlineData("2026-03-07T12:00:00Z", "il y a 3 jours", "3 days ago")]
    [InlineData("2026-03-20T12:00:00Z", "dans 10 jours", "in 10 days")]
    [InlineData("2026-02-01T12:00:00Z", "il y a 1 mois", "1 month ago")]
    [InlineData("2025-09-01T12:00:00Z", "il y a 6 mois", "6 months ago")]
    [InlineData("2025-03-01T12:00:00Z", "il y a 1 an", "1 year ago")]
    [InlineData("2029-04-10T12:00:00Z", "dans 3 ans", "in 3 years")]
    public void A_moment_is_told_from_now(string moment, string fr, string en)
    {
        var now = At("2026-03-10T12:00:00Z");

        Assert.Equal(fr, RelativeDates.Relative(At(moment), now, French));
        Assert.Equal(en, RelativeDates.Relative(At(moment), now, English));
    }

    [Theory]
    [InlineData(0, "0 membre", "0 members")]
    [InlineData(1, "1 membre", "1 member")]
    [InlineData(2, "2 membres", "2 members")]
    [InlineData(1_250_000, "1^250^000 membres", "1,250,000 members")]
    public void None_and_one_are_singular_in_French(long number, string fr, string en)
    {
        Assert.Equal(fr.Replace('^', '\u202F'), Counts.Of(number, "membre", "membres", French));
        Assert.Equal(en, Counts.Of(number, "member", "members", English));
    }

    [Fact]
    public void The_readers_culture_is_the_default()
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = English;

        Assert.Equal("1 March 2026", FrenchDates.Date(new DateOnly(2026, 3, 1)));

        CultureInfo.CurrentUICulture = before;
    }

    private static DateTimeOffset At(string moment) =>
        DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);
}

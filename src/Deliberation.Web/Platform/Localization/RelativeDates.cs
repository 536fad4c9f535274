using System.Globalization;

namespace Deliberation.Web.Platform.Localization;

/// <summary>How long ago, or in how long: « il y a 3 jours », « hier », « dans 2 heures ». Days are those of Paris.</summary>
internal static class RelativeDates
{
    // Below it, hours say more than days: at half past midnight, an hour ago is not yet "yesterday".
    private const int HoursBeforeDays = 12;
    private const double DaysInMonth = 30.44;
    private const double DaysInYear = 365.25;

    public static string Relative(DateTimeOffset moment, DateTimeOffset now, CultureInfo? culture = null)
    {
        var apart = (moment - now).Duration();
        var isPast = moment <= now;
        var days = Math.Abs(FrenchDates.Day(moment).DayNumber - FrenchDates.Day(now).DayNumber);
        return apart switch
        {
            { TotalSeconds: < 60 } => Instant(isPast, culture),
            { TotalMinutes: < 60 } => Around(
                isPast,
                Count(apart.TotalMinutes, Unit.Minute, culture),
                culture
            ),
            _ when days == 0 || apart.TotalHours < HoursBeforeDays => Around(
                isPast,
                Count(apart.TotalHours, Unit.Hour, culture),
                culture
            ),
            _ when days == 1 => NextDay(isPast, culture),
            _ when days <= DaysInMonth => Around(isPast, Count(days, Unit.Day, culture), culture),
            _ when days < DaysInYear => Around(
                isPast,
                Count(days / DaysInMonth, Unit.Month, culture),
                culture
            ),
            _ => Around(isPast, Count(days / DaysInYear, Unit.Year, culture), culture),
        };
    }

    private static string Instant(bool isPast, CultureInfo? culture) =>
        (FrenchDates.IsEnglish(culture), isPast) switch
        {
            (false, true) => "à l’instant",
            (false, false) => "dans un instant",
            (true, true) => "just now",
            (true, false) => "in a moment",
        };

    private static string NextDay(bool isPast, CultureInfo? culture) =>
        (FrenchDates.IsEnglish(culture), isPast) switch
        {
            (false, true) => "hier",
            (false, false) => "demain",
            (true, true) => "yesterday",
            (true, false) => "tomorrow",
        };

    private static string Around(bool isPast, string count, CultureInfo? culture) =>
        (FrenchDates.IsEnglish(culture), isPast) switch
        {
            (false, true) => $"il y a {count}",
            (false, false) => $"dans {count}",
            (true, true) => $"{count} ago",
            (true, false) => $"in {count}",
        };

    private static string Count(double amount, Unit unit, CultureInfo? culture)
    {
        var (one, many) = (unit, FrenchDates.IsEnglish(culture)) switch
        {
            (Unit.Minute, _) => ("minute", "minutes"),
            (Unit.Hour, false) => ("heure", "heures"),
            (Unit.Hour, true) => ("hour", "hours"),
            (Unit.Day, false) => ("jour", "jours"),
            (Unit.Day, true) => ("day", "days"),
            (Unit.Month, false) => ("mois", "mois"),
            (Unit.Month, true) => ("month", "months"),
            (_, false) => ("an", "ans"),
            (_, true) => ("year", "years"),
        };
        return Counts.Of((long)amount, one, many, culture);
    }

    private enum Unit
    {
        Minute,
        Hour,
        Day,
        Month,
        Year,
    }
}

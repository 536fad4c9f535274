using System.Globalization;

namespace Deliberation.Web.Platform.Localization;

/// <summary>
/// Dates, times and counts as people read them, in French or, when the culture is English, in English.
/// Moments are kept in UTC and told in the time of Paris.
/// </summary>
internal static class FrenchDates
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>« 1er mars 2026 ».</summary>
    public static string Date(DateOnly date, CultureInfo? culture = null) =>
        IsEnglish(culture)
            ? date.ToString("d MMMM yyyy", English)
            : $"{(date.Day == 1 ? "1er" : Number(date.Day))} {date.ToString("MMMM yyyy", French)}";

    public static string Date(DateTimeOffset moment, CultureInfo? culture = null) =>
        Date(Day(moment), culture);

    /// <summary>« dimanche 1er mars 2026 ».</summary>
    public static string LongDate(DateOnly date, CultureInfo? culture = null) =>
        $"{date.ToString("dddd", IsEnglish(culture) ? English : French)} {Date(date, culture)}";

    public static string LongDate(DateTimeOffset moment, CultureInfo? culture = null) =>
        LongDate(Day(moment), culture);

    /// <summary>« 14 h 05 », « 14 h » on the hour; 14:05 in English.</summary>
    public static string Time(TimeOnly time, CultureInfo? culture = null)
    {
        var narrow = FrenchTypography.Narrow;
        return IsEnglish(culture) ? time.ToString("HH:mm", English)
            : time.Minute == 0 ? $"{Number(time.Hour)}{narrow}h"
            : $"{Number(time.Hour)}{narrow}h{narrow}{time.ToString("mm", French)}";
    }

    public static string Time(DateTimeOffset moment, CultureInfo? culture = null) =>
        Time(TimeOnly.FromDateTime(InParis(moment).DateTime), culture);

    /// <summary>« 1er mars 2026 à 14 h 05 ».</summary>
    public static string DateAndTime(DateTimeOffset moment, CultureInfo? culture = null) =>
        $"{Date(moment, culture)} {(IsEnglish(culture) ? "at" : "à")} {Time(moment, culture)}";

    public static DateTimeOffset InParis(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Paris);

    public static DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(InParis(moment).DateTime);

    internal static bool IsEnglish(CultureInfo? culture) =>
        (culture ?? CultureInfo.CurrentUICulture).TwoLetterISOLanguageName == "en";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

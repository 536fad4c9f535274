using System.Globalization;
using Deliberation.Web.Platform.Localization;

namespace Deliberation.Web.Platform.Ui;

/// <summary>
/// Dates as people of the reader's language write them, at the hour of Paris: « 1er mars 2026 », « 14 h 05 ».
/// .NET's own fr-FR writes "1 mars" and "14:05".
/// </summary>
internal static class WrittenTime
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    private static readonly FeatureTexts T = new();

    public static DateTimeOffset InParis(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Paris);

    /// <summary>The day itself, or the day it was in Paris at that instant.</summary>
    /// <exception cref="ArgumentException">Neither a DateOnly nor a DateTimeOffset.</exception>
    public static DateOnly DayOf(object? moment) =>
        moment switch
        {
            DateOnly day => day,
            DateTimeOffset instant => DateOnly.FromDateTime(InParis(instant).DateTime),
            _ => throw new ArgumentException($"“{moment}” is neither an instant nor a day.", nameof(moment)),
        };

    public static string Date(DateOnly date)
    {
        var month = date.ToString("MMMM", CultureInfo.CurrentUICulture);
        return IsFrench && date.Day == 1
            ? $"1er\u00a0{month} {date.Year}"
            : $"{date.Day}\u00a0{month} {date.Year}";
    }

    public static string Minute(DateTimeOffset instant)
    {
        return T["{0} à {1}", Date(DayOf(instant)), Clock(InParis(instant))];
    }

    private static bool IsFrench => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr";

    private static string Clock(DateTimeOffset local)
    {
        if (!IsFrench)
        {
            return local.ToString("HH:mm", CultureInfo.InvariantCulture);
        }

        return local.Minute == 0 ? $"{local.Hour}\u00a0h" : $"{local.Hour}\u00a0h\u00a0{local.Minute:00}";
    }
}

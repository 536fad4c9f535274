using System.Globalization;

namespace Deliberation.Web.Platform.Localization;

/// <summary>Numbers with their noun: in French 0 and 1 are singular, in English 1 alone is.</summary>
internal static class Counts
{
    private static readonly NumberFormatInfo French = new()
    {
        NumberGroupSeparator = $"{FrenchTypography.Narrow}",
        NumberDecimalSeparator = ",",
    };

    /// <summary>« 1 250 membres », « 0 membre ».</summary>
    public static string Of(long number, string one, string many, CultureInfo? culture = null) =>
        $"{Number(number, culture)} {(IsSingular(number, culture) ? one : many)}";

    /// <summary>Thousands apart: by a narrow no-break space in French, by a comma in English.</summary>
    public static string Number(long number, CultureInfo? culture = null) =>
        number.ToString("N0", FrenchDates.IsEnglish(culture) ? NumberFormatInfo.InvariantInfo : French);

    public static bool IsSingular(long number, CultureInfo? culture = null) =>
        FrenchDates.IsEnglish(culture) ? Math.Abs(number) == 1 : Math.Abs(number) < 2;
}

using System.Globalization;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>Whether a colour chosen elsewhere can be read where we use it. Source: WCAG 2.2, “contrast ratio”.</summary>
internal static class Contrast
{
    /// <summary>The least for a text (success criterion 1.4.3).</summary>
    public const double Least = 4.5;

    /// <summary>What stands on the colour or under it: the words of a button, the paper, the tint of what is pointed at.</summary>
    private static readonly string[] Around = ["#ffffff", "#fbf7f0"];

    /// <param name="colour">Six hexadecimal digits, with or without their sign.</param>
    public static bool IsReadable(string colour) => Around.All(other => Between(colour, other) >= Least);

    public static double Between(string one, string other)
    {
        var (first, second) = (Luminance(one), Luminance(other));
        return (Math.Max(first, second) + 0.05) / (Math.Min(first, second) + 0.05);
    }

    private static double Luminance(string colour)
    {
        var digits = colour.TrimStart('#');
        return (0.2126 * Channel(digits[..2]))
            + (0.7152 * Channel(digits[2..4]))
            + (0.0722 * Channel(digits[4..6]));
    }

    private static double Channel(string digits)
    {
        var value = int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}

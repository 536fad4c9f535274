using System.Globalization;
using System.Text.RegularExpressions;

namespace Deliberation.Domain.Respond.Feedback;

/// <summary>The public name of a feedback, by year and order of arrival: <c>RU-2026-000123</c>.</summary>
public static partial class FeedbackNumber
{
    public const int Length = 14;

    public static string Of(int year, int order) =>
        string.Create(CultureInfo.InvariantCulture, $"RU-{year:0000}-{order:000000}");

    public static bool Is(string text) => Form().IsMatch(text);

    [GeneratedRegex(@"\ARU-[0-9]{4}-[0-9]{6}\z", RegexOptions.None, 200)]
    private static partial Regex Form();
}

using System.Text.RegularExpressions;

namespace Deliberation.Web.Platform.Text;

/// <summary>
/// One line of CSV as RFC 4180 writes it. A cell that a spreadsheet would run as a formula starts with an apostrophe;
/// plain numbers, negative ones too, stay as they are (https://owasp.org/www-community/attacks/CSV_Injection).
/// </summary>
internal static partial class CsvText
{
    public static string Line(params IEnumerable<string?> cells) =>
        string.Join(',', cells.Select(cell => Cell(cell ?? ""))) + "\r\n";

    private static string Cell(string text)
    {
        var safe = MayRun(text) ? $"'{text}" : text;
        return safe.AsSpan().ContainsAny("\",\r\n\t'")
            ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : safe;
    }

    private static bool MayRun(string text) =>
        text.Length > 0 && "=+-@\t\r\n＝＋－＠".Contains(text[0]) && !Number().IsMatch(text);

    [GeneratedRegex(@"\A-?[0-9]+(?:\.[0-9]+)?\z", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Number();
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace Deliberation.Domain.Respond.Feedback.Masking;

/// <summary>Reads numbers the way people write them: grouped by spaces, dots or dashes, in any script's digits.</summary>
internal static class DigitReading
{
    private const int MostSeparators = 3;

    private static readonly Regex Dates = new(
        @"\b(?:0?[1-9]|[12][0-9]|3[01])[/.\- ](?:0?[1-9]|1[0-2])[/.\- ](?:19|20)[0-9]{2}\b"
            + @"|\b(?:19|20)[0-9]{2}[/.\-](?:0[1-9]|1[0-2])[/.\-](?:0[1-9]|[12][0-9]|3[01])\b",
        RegexOptions.NonBacktracking
    );

    private static readonly Regex Amount = new(
        @"^\s{0,2}(?:€|%|k€|M€|Md|euro|franc|dollar|million|milliard|habitant|personne|patient)",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );

    public static int DigitAt(string text, int index) =>
        index >= 0 && index < text.Length ? CharUnicodeInfo.GetDecimalDigitValue(text[index]) : -1;

    public static bool StartsGroup(string text, int index) =>
        DigitAt(text, index) >= 0 && DigitAt(text, index - 1) < 0;

    public static bool EndsGroup(string text, int end) => DigitAt(text, end) < 0;

    /// <summary>Fills <paramref name="digits"/> from <paramref name="start"/> on, with the place after each; says how many were read.</summary>
    /// <param name="corsican">Also takes the letter of 2A and 2B as the seventh symbol.</param>
    public static int Read(string text, int start, Span<char> digits, Span<int> ends, bool corsican = false)
    {
        var count = 0;
        var index = start;
        while (count < digits.Length && index < text.Length)
        {
            var symbol = SymbolAt(text, index, corsican && count == 6 && digits[5] == '2');
            if (symbol is null)
            {
                break;
            }
            digits[count] = symbol.Value;
            ends[count++] = index + 1;
            index = SkipSeparators(text, index + 1);
        }
        return count;
    }

    /// <summary>The number is a sum or a count, not somebody's.</summary>
    public static bool IsAmount(string text, int end) =>
        Amount.IsMatch(text.AsSpan(end, Math.Min(16, text.Length - end)));

    public static List<(int Start, int End)> FindDates(string text) =>
        [.. Dates.Matches(text).Select(date => (date.Index, date.Index + date.Length))];

    public static bool Touches(this List<(int Start, int End)> dates, int start, int end) =>
        dates.Exists(date => date.Start < end && start < date.End);

    private static char? SymbolAt(string text, int index, bool corsican)
    {
        var digit = DigitAt(text, index);
        if (digit >= 0)
        {
            return (char)('0' + digit);
        }
        return corsican && text[index] is 'A' or 'a' or 'B' or 'b'
            ? char.ToUpperInvariant(text[index])
            : null;
    }

    private static int SkipSeparators(string text, int index)
    {
        var end = index;
        while (end < text.Length && end - index < MostSeparators && IsSeparator(text[end]))
        {
            end++;
        }
        return end;
    }

    // Soft hyphen, hyphens and dashes, zero-width characters: all are seen between copied digits.
    private static bool IsSeparator(char c) =>
        char.IsWhiteSpace(c)
        || c is '.' or '-' or '_' or '/' or '·' or '\u00AD' or '\uFEFF'
        || c is (>= '\u200B' and <= '\u200F') or (>= '\u2010' and <= '\u2015');
}

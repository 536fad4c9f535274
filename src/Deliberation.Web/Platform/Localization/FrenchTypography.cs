using System.Text;
using System.Text.RegularExpressions;

namespace Deliberation.Web.Platform.Localization;

/// <summary>
/// Sets the spaces and apostrophes of French: no-break before ":" and inside « », narrow before "; ! ? %" and units, ’ between letters.
/// Addresses, times, code, tags and placeholders stay as they are, and right text too.
/// Source: Lexique des règles typographiques en usage à l’Imprimerie nationale.
/// </summary>
internal static class FrenchTypography
{
    public const char NoBreak = '\u00A0';
    public const char Narrow = '\u202F';

    private static readonly Regex Untouched = new(
        @"(?:https?://|ftp://|mailto:|tel:|www\.)[^\s<>«»]+|[\p{L}\p{N}._%+'\-]+@[\p{L}\p{N}\-]+(?:\.[\p{L}\p{N}\-]+)+"
            + @"|`+[^`]*`+|&#?[A-Za-z0-9]{1,31};|</?[A-Za-z!][^<>]*>|\{[^{}\n]*\}|\]\([^()\s]*\)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    );

    private static readonly HashSet<string> Units = new(
        "€ k€ M€ Md€ $ £ km km² m m² m³ cm mm ha kg g mg µg t l L cl cL ml mL h min s ms °C Ko ko Mo Go To kWh W V Hz".Split(
            ' '
        ),
        StringComparer.Ordinal
    );

    public static string Apply(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var written = new StringBuilder(text.Length + 16);
        var from = 0;
        foreach (var kept in Untouched.EnumerateMatches(text))
        {
            Set(text, from, kept.Index, written);
            written.Append(text, kept.Index, kept.Length);
            from = kept.Index + kept.Length;
        }
        Set(text, from, text.Length, written);
        return written.ToString();
    }

    private static void Set(string text, int from, int to, StringBuilder written)
    {
        for (var index = from; index < to; index++)
        {
            if (IsSpace(text[index]))
            {
                var end = EndOfSpaces(text, index);
                written.Append(SpaceFor(text, end, written) ?? text[index..end]);
                index = end - 1;
            }
            else
            {
                written.Append(MissingSpace(text, index, written)).Append(Sign(text, index));
            }
        }
    }

    // What a space already there becomes; nothing when it stays.
    private static string? SpaceFor(string text, int next, StringBuilder written)
    {
        var (before, after) = (Last(written), At(text, next));
        return after switch
        {
            _ when before is '\0' or '\n' or '\r' or '#' or '-' or '+' or '>' or '|' => null,
            _ when before == '«' || after == '»' => $"{NoBreak}",
            ':' when Ends(text, next) => $"{NoBreak}",
            ';' or '!' or '?' when Ends(text, next) => $"{Narrow}",
            '%' when char.IsDigit(before) => $"{Narrow}",
            _ when char.IsDigit(before) && Units.Contains(WordAt(text, next)) => $"{Narrow}",
            _ when char.IsDigit(after) && EndsWithHour(written) => $"{Narrow}",
            _ => null,
        };
    }

    // What must be written before a sign that follows a word at once.
    private static string MissingSpace(string text, int index, StringBuilder written)
    {
        var before = Last(written);
        return text[index] switch
        {
            _ when before == '«' => IsBreak(text[index]) ? "" : $"{NoBreak}",
            '»' when before != '\0' && !char.IsWhiteSpace(before) => $"{NoBreak}",
            ':' when ClosesWord(before) && Ends(text, index) => $"{NoBreak}",
            ';' or '!' or '?' when ClosesWord(before) && Ends(text, index) => $"{Narrow}",
            '%' when char.IsDigit(before) && !char.IsLetterOrDigit(At(text, index + 1)) => $"{Narrow}",
            '€' when char.IsDigit(before) => $"{Narrow}",
            _ => "",
        };
    }

    private static char Sign(string text, int index) =>
        text[index] == '\''
        && char.IsLetter(At(text, index - 1))
        && (char.IsLetterOrDigit(At(text, index + 1)) || At(text, index + 1) == '«')
            ? '’'
            : text[index];

    // A sign within a word, an hour (14:05) or a face :) is not punctuation.
    private static bool Ends(string text, int index) =>
        At(text, index + 1) is var next
        && (
            next == '\0'
            || char.IsWhiteSpace(next)
            || (text[index] == ':' ? "*_»" : "!?;.,)]»”\"’*_…").Contains(next)
        );

    private static bool ClosesWord(char c) => char.IsLetterOrDigit(c) || "»)]’”\"%€*_…}".Contains(c);

    private static bool EndsWithHour(StringBuilder written) =>
        written.Length > 2 && written[^1] == 'h' && written[^2] == Narrow && char.IsDigit(written[^3]);

    private static string WordAt(string text, int start)
    {
        var end = start;
        while (
            end < text.Length
            && end - start < 5
            && (char.IsLetterOrDigit(text[end]) || "€$£°²³".Contains(text[end]))
        )
        {
            end++;
        }
        return At(text, end) is '\'' or '’' ? "" : text[start..end];
    }

    private static int EndOfSpaces(string text, int index)
    {
        while (index < text.Length && IsSpace(text[index]))
        {
            index++;
        }
        return index;
    }

    private static bool IsSpace(char c) => c is ' ' or NoBreak or Narrow or '\u2009';

    private static bool IsBreak(char c) => c is '\n' or '\r' or '\t';

    private static char At(string text, int index) => index >= 0 && index < text.Length ? text[index] : '\0';

    private static char Last(StringBuilder written) => written.Length == 0 ? '\0' : written[^1];
}

using System.Globalization;

namespace Deliberation.Domain.Respond.Feedback.Masking;

/// <summary>
/// An IBAN: country, two check digits, up to 30 letters and digits, whose rearranged number modulo 97 is 1.
/// Sources: ISO 13616-1 and ISO 7064 (MOD 97-10); lengths from the SWIFT registry.
/// </summary>
internal static class BankAccounts
{
    private const int Shortest = 15;
    private const int Longest = 34;

    private static readonly Dictionary<string, int> Lengths = new(StringComparer.OrdinalIgnoreCase)
    {
        ["FR"] = 27,
        ["MC"] = 27,
        ["BE"] = 16,
        ["LU"] = 20,
        ["CH"] = 21,
        ["DE"] = 22,
        ["ES"] = 24,
        ["IT"] = 27,
        ["PT"] = 25,
        ["NL"] = 18,
        ["GB"] = 22,
        ["IE"] = 22,
        ["PL"] = 28,
        ["RO"] = 24,
        ["LT"] = 20,
        ["MT"] = 31,
    };

    public static IEnumerable<PersonalDataSpan> Find(string text)
    {
        for (var start = 0; start + Shortest <= text.Length; start++)
        {
            if (LooksLikeStart(text, start) && EndOf(text, start) is var (end, certainty))
            {
                yield return PersonalDataSpan.Between(start, end, PersonalDataKind.BankAccount, certainty);
            }
        }
    }

    private static bool LooksLikeStart(string text, int start) =>
        char.IsAsciiLetter(text[start])
        && char.IsAsciiLetter(text[start + 1])
        && char.IsAsciiDigit(text[start + 2])
        && (
            start == 0
            || !char.IsAsciiLetterOrDigit(text[start - 1])
            || Lengths.ContainsKey(text.Substring(start, 2))
        );

    private static (int End, Certainty Certainty)? EndOf(string text, int start)
    {
        Span<char> symbols = stackalloc char[Longest];
        Span<int> ends = stackalloc int[Longest];
        var count = Read(text, start, symbols, ends);
        if (Lengths.TryGetValue(text.Substring(start, 2), out var length))
        {
            return
                count < length
                || (count > length && text[ends[length - 1]] is var next && char.IsAsciiLetterOrDigit(next))
                ? null
                : (ends[length - 1], Fits(symbols[..length]) ? Certainty.Certain : Certainty.Likely);
        }

        for (length = count; length >= Shortest; length--)
        {
            var isEnd = ends[length - 1] == text.Length || !char.IsAsciiLetterOrDigit(text[ends[length - 1]]);
            if (isEnd && Fits(symbols[..length]))
            {
                return (ends[length - 1], Certainty.Certain);
            }
        }
        return null;
    }

    private static int Read(string text, int start, Span<char> symbols, Span<int> ends)
    {
        var count = 0;
        for (var index = start; index < text.Length && count < Longest; index++)
        {
            if (char.IsAsciiLetterOrDigit(text[index]))
            {
                symbols[count] = char.ToUpperInvariant(text[index]);
                ends[count++] = index + 1;
            }
            else if (
                !(char.IsWhiteSpace(text[index]) || text[index] is '.' or '-')
                || index - ends[count - 1] > 1
            )
            {
                break;
            }
        }
        return count;
    }

    private static bool Fits(Span<char> symbols)
    {
        var remainder = 0;
        for (var place = 0; place < symbols.Length; place++)
        {
            var symbol = symbols[(place + 4) % symbols.Length];
            remainder = char.IsAsciiDigit(symbol)
                ? ((remainder * 10) + CharUnicodeInfo.GetDecimalDigitValue(symbol)) % 97
                : ((remainder * 100) + symbol - 'A' + 10) % 97;
        }
        return remainder == 1;
    }
}

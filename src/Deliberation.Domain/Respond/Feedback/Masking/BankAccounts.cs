using System.Globalization;

namespace Deliberation.Domain.Respond.Feedback.Masking;

/// <summary>
/// An IBAN: country, two check digits, up to 30 letters and digits, whose rearranged number modulo 97 is 1; or a French RIB
/// of 23 digits, divisible by 97. Sources: ISO 13616-1 and ISO 7064 (MOD 97-10); lengths from the SWIFT registry;
/// Comité français d’organisation et de normalisation bancaires (clé RIB).
/// </summary>
internal static class BankAccounts
{
    private const int Shortest = 15;
    private const int Longest = 34;
    private const int Rib = 23;

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

    public static void Find(ReadText read, Numerals numerals, List<PersonalDataSpan> found)
    {
        for (var index = 1; index < read.Words.Length; index++)
        {
            var (country, check) = (read.Words[index - 1], read.Words[index]);
            if (
                check.Is(Role.Digits)
                && !country.Is(Role.Digits | Role.Masked)
                && country.Length >= 2
                && check.Start - country.End <= 1
                && EndOf(read, country) is var (end, certainty)
                && (
                    certainty == Certainty.Certain || check.Start == country.End || IsAnnounced(read, country)
                )
            )
            {
                found.Add(
                    PersonalDataSpan.Between(country.End - 2, end, PersonalDataKind.BankAccount, certainty)
                );
            }
        }
        FindRibs(read, numerals, found);
    }

    private static bool IsAnnounced(ReadText read, Word country) =>
        read.IsAnnounced(country.Start, Role.Account);

    private static (int End, Certainty Certainty)? EndOf(ReadText read, Word country)
    {
        var (text, start) = (read.Text, country.End - 2);
        if (!char.IsAsciiLetter(text[start]) || !char.IsAsciiLetter(text[start + 1]))
        {
            return null;
        }
        Span<char> symbols = stackalloc char[Longest];
        Span<int> ends = stackalloc int[Longest];
        var count = Read(text, start, symbols, ends);
        var isKnown = Lengths
            .GetAlternateLookup<ReadOnlySpan<char>>()
            .TryGetValue(text.AsSpan(start, 2), out var length);
        if (isKnown && count >= length)
        {
            return IsInside(text, ends[length - 1]) || !IsMostlyDigits(symbols[..length])
                ? null
                : (ends[length - 1], Fits(symbols[..length]) ? Certainty.Certain : Certainty.Likely);
        }
        return country.Length == 2 ? Foreign(read, symbols[..count], ends, start, isKnown) : null;
    }

    private static (int End, Certainty Certainty)? Foreign(
        ReadText read,
        Span<char> symbols,
        Span<int> ends,
        int start,
        bool isKnown
    )
    {
        // "Le 0 800…": a country is in capitals, and its key at once after it.
        var isCountry = !isKnown && char.IsUpper(read.Text[start]) && char.IsAsciiDigit(read.Text[start + 2]);
        isCountry &= char.IsUpper(read.Text[start + 1]);
        for (var length = symbols.Length; length >= Shortest && isCountry; length--)
        {
            if (
                !IsInside(read.Text, ends[length - 1])
                && IsMostlyDigits(symbols[..length])
                && Fits(symbols[..length])
            )
            {
                return (ends[length - 1], Certainty.Certain);
            }
        }
        // A sign too few, after the word that announces it.
        var announced = symbols.Length >= Shortest && read.IsAnnounced(start, Role.Account);
        return announced && isKnown && IsMostlyDigits(symbols)
            ? (ends[symbols.Length - 1], Certainty.Likely)
            : null;
    }

    private static bool IsMostlyDigits(ReadOnlySpan<char> symbols)
    {
        var digits = 0;
        foreach (var symbol in symbols)
        {
            digits += char.IsAsciiDigit(symbol) ? 1 : 0;
        }
        return digits * 10 >= symbols.Length * 6;
    }

    private static bool IsInside(string text, int end) => end < text.Length && char.IsAsciiDigit(text[end]);

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
                !(char.IsWhiteSpace(text[index]) || text[index] is '.' or '-' or '_' or '/')
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

    private static void FindRibs(ReadText read, Numerals numerals, List<PersonalDataSpan> found)
    {
        for (var index = 0; index < numerals.All.Length; index++)
        {
            if (
                numerals.All[index].Opens
                && numerals.Run(index, Rib) is { Length: Rib } run
                && run[^1].Closes
            )
            {
                var certain = IsRib(run);
                if (certain || read.IsAnnounced(run[0].Start, Role.Account))
                {
                    var certainty = certain ? Certainty.Certain : Certainty.Likely;
                    found.Add(
                        PersonalDataSpan.Between(
                            run[0].Start,
                            run[^1].End,
                            PersonalDataKind.BankAccount,
                            certainty
                        )
                    );
                }
            }
        }
    }

    private static bool IsRib(ReadOnlySpan<Numeral> run)
    {
        var (remainder, sum) = (0, 0);
        foreach (var numeral in run)
        {
            if (!char.IsAsciiDigit(numeral.Symbol))
            {
                return false;
            }
            sum += numeral.Symbol - '0';
            remainder = ((remainder * 10) + numeral.Symbol - '0') % 97;
        }
        return remainder == 0 && sum > 0;
    }
}

using System.Globalization;
using static Deliberation.Domain.Respond.Feedback.Masking.DigitReading;

namespace Deliberation.Domain.Respond.Feedback.Masking;

/// <summary>
/// The French social-security number (NIR), which is also the national health identity (INS): sex, year, month,
/// department, town and order on 13 symbols, then a key of two digits, 97 minus the number modulo 97, with the
/// Corsican 2A read as 19 and 2B as 18. Source: décret n° 82-103 du 22 janvier 1982, INSEE (définition c1409).
/// </summary>
internal static class SocialSecurityNumbers
{
    private const int WithoutKey = 13;
    private const int WithKey = 15;

    public static IEnumerable<PersonalDataSpan> Find(string text)
    {
        var found = new List<PersonalDataSpan>();
        var dates = FindDates(text);
        Span<char> symbols = stackalloc char[WithKey];
        Span<int> ends = stackalloc int[WithKey];
        for (var start = 0; start < text.Length; start++)
        {
            if (StartsGroup(text, start))
            {
                var count = Read(text, start, symbols, ends, corsican: true);
                if (Match(text, symbols[..count], ends) is var (end, certainty))
                {
                    if (certainty == Certainty.Certain || !dates.Touches(start, end))
                    {
                        var kind = PersonalDataKind.SocialSecurityNumber;
                        found.Add(PersonalDataSpan.Between(start, end, kind, certainty));
                    }
                }
            }
        }
        return found;
    }

    private static (int End, Certainty Certainty)? Match(string text, Span<char> symbols, Span<int> ends)
    {
        if (symbols.Length < WithoutKey || !IsPlausible(symbols))
        {
            return null;
        }

        var whole = symbols.Length == WithKey && EndsGroup(text, ends[WithKey - 1]);
        if (whole && KeyFits(symbols))
        {
            return (ends[WithKey - 1], Certainty.Certain);
        }
        if (!EndsGroup(text, ends[WithoutKey - 1]) && !whole)
        {
            return null;
        }
        var end = whole ? ends[WithKey - 1] : ends[WithoutKey - 1];
        return IsAmount(text, end) ? null : (end, Certainty.Likely);
    }

    // Months 20 to 42 and 50 to 99 stand for births whose month is unknown, or for full registers.
    private static bool IsPlausible(Span<char> symbols)
    {
        var month = int.Parse(symbols.Slice(3, 2), CultureInfo.InvariantCulture);
        var department = symbols.Slice(5, 2);
        return symbols[0] is '1' or '2' or '3' or '4' or '7' or '8'
            && month is (>= 1 and <= 12) or (>= 20 and <= 42) or >= 50
            && (department[1] is 'A' or 'B' || !department.SequenceEqual("00"));
    }

    private static bool KeyFits(Span<char> symbols)
    {
        Span<char> digits = stackalloc char[WithoutKey];
        symbols[..WithoutKey].CopyTo(digits);
        if (digits[6] is 'A' or 'B')
        {
            (digits[5], digits[6]) = ('1', digits[6] == 'A' ? '9' : '8');
        }
        var number = long.Parse(digits, CultureInfo.InvariantCulture);
        return 97 - (number % 97) == int.Parse(symbols[WithoutKey..], CultureInfo.InvariantCulture);
    }
}

using static Deliberation.Domain.Respond.Feedback.Masking.DigitReading;

namespace Deliberation.Domain.Respond.Feedback.Masking;

/// <summary>
/// French numbers of ten digits (0 then 1 to 9), the same after +33 or 0033 with or without "(0)", and foreign numbers
/// after "+". Numbers in 08 belong to services, not to people: plan national de numérotation, Arcep, décision
/// n° 2018-0881 modifiée. Short numbers (15, 112, 3114…) are too short to be taken.
/// </summary>
internal static class PhoneNumbers
{
    private const int National = 10;
    private const int ShortestInternational = 8;
    private const int LongestInternational = 15; // ITU-T E.164

    // The public switchboards people quote: ministry, CNIL, then the poison centres.
    private static readonly HashSet<string> Public = new(StringComparer.Ordinal)
    {
        "0140566000",
        "0153732222",
        "0241482121",
        "0383225050",
        "0140054848",
        "0472116911",
        "0491752525",
        "0556964080",
        "0561777447",
    };

    public static IEnumerable<PersonalDataSpan> Find(string text)
    {
        var found = new List<PersonalDataSpan>();
        var dates = FindDates(text);
        for (var start = 0; start < text.Length; start++)
        {
            var span = text[start] == '+' ? International(text, start) : InFrance(text, start);
            if (span is { } phone && !dates.Touches(phone.Start, phone.End))
            {
                found.Add(phone);
            }
        }
        return found;
    }

    private static PersonalDataSpan? InFrance(string text, int start)
    {
        if (!StartsGroup(text, start) || DigitAt(text, start) != 0)
        {
            return null;
        }
        return DigitAt(text, start + 1) == 0 ? International(text, start) : Domestic(text, start);
    }

    private static PersonalDataSpan? Domestic(string text, int start)
    {
        Span<char> digits = stackalloc char[National];
        Span<int> ends = stackalloc int[National];
        var count = Read(text, start, digits, ends);
        if (count < National || !EndsGroup(text, ends[^1]) || IsService(digits))
        {
            return null;
        }
        return Phone(start, ends[^1], IsUsual(text, start, ends) ? Certainty.Certain : Certainty.Likely);
    }

    private static PersonalDataSpan? International(string text, int start)
    {
        var afterPrefix = start + (text[start] == '+' ? 1 : 2);
        Span<char> digits = stackalloc char[LongestInternational];
        Span<int> ends = stackalloc int[LongestInternational];
        var count = Read(text, afterPrefix + LeadingSpace(text, afterPrefix), digits, ends);
        if (count >= 2 && digits[..2] is "33")
        {
            return French(text, start, ends[1]);
        }
        if (count == 0 || digits[0] == '0')
        {
            return null; // no country code starts with 0
        }
        while (count > 0 && !EndsGroup(text, ends[count - 1]))
        {
            count--;
        }
        return count < ShortestInternational || IsAmount(text, ends[count - 1])
            ? null
            : Phone(start, ends[count - 1], Certainty.Likely);
    }

    private static PersonalDataSpan? French(string text, int start, int afterCode)
    {
        var rest = afterCode;
        while (
            rest < text.Length
            && rest - afterCode < 5
            && (text[rest] is '(' or ')' or '0' || IsGap(text[rest]))
        )
        {
            rest++;
        }
        Span<char> digits = stackalloc char[National];
        Span<int> ends = stackalloc int[National - 1];
        digits[0] = '0';
        var count = Read(text, rest, digits[1..], ends);
        return count < National - 1 || !EndsGroup(text, ends[^1]) || IsService(digits)
            ? null
            : Phone(start, ends[^1], Certainty.Certain);
    }

    // All together, or by pairs.
    private static bool IsUsual(string text, int start, Span<int> ends) =>
        ends[^1] - start == National
        || (
            EndsGroup(text, ends[1])
            && EndsGroup(text, ends[3])
            && EndsGroup(text, ends[5])
            && EndsGroup(text, ends[7])
        );

    private static int LeadingSpace(string text, int index) =>
        index < text.Length && IsGap(text[index]) ? 1 : 0;

    private static bool IsGap(char c) => char.IsWhiteSpace(c) || c is '.' or '-';

    private static bool IsService(Span<char> digits) =>
        digits[1] is '0' or '8' || Public.GetAlternateLookup<ReadOnlySpan<char>>().Contains(digits);

    private static PersonalDataSpan Phone(int start, int end, Certainty certainty) =>
        PersonalDataSpan.Between(start, end, PersonalDataKind.Phone, certainty);
}

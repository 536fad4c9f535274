using System.Text.RegularExpressions;
using static Deliberation.Domain.Respond.Feedback.Masking.DigitReading;

namespace Deliberation.Domain.Respond.Feedback.Masking;

/// <summary>
/// The number of a health professional: RPPS, 11 digits whose last is a Luhn key (arrêté du 6 février 2009,
/// Agence du numérique en santé), 12 when the "8" of its type leads; or any number announced as RPPS or ADELI.
/// </summary>
internal static class ProfessionalNumbers
{
    private const int Rpps = 11;

    private static readonly Regex Announced = new(
        @"\b(?:RPPS|ADELI)\b[^0-9\n]{0,20}(?<number>[0-9](?:[ .\-]?[0-9]){7,11})",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );

    public static IEnumerable<PersonalDataSpan> Find(string text)
    {
        var found = new List<PersonalDataSpan>();
        foreach (var number in Announced.Matches(text).Select(match => match.Groups["number"]))
        {
            found.Add(
                new(number.Index, number.Length, PersonalDataKind.ProfessionalNumber, Certainty.Certain)
            );
        }

        Span<char> digits = stackalloc char[Rpps + 1];
        Span<int> ends = stackalloc int[Rpps + 1];
        for (var start = 0; start < text.Length; start++)
        {
            if (StartsGroup(text, start))
            {
                var count = Read(text, start, digits, ends);
                if (Match(text, start, digits[..count], ends) is { } span)
                {
                    found.Add(span);
                }
            }
        }
        return found;
    }

    private static PersonalDataSpan? Match(string text, int start, Span<char> digits, Span<int> ends)
    {
        var length = digits.Length > Rpps && digits.StartsWith("810") ? Rpps + 1 : Rpps;
        if (digits.Length < length || !EndsGroup(text, ends[length - 1]) || IsAmount(text, ends[length - 1]))
        {
            return null;
        }

        var end = ends[length - 1];
        var rpps = digits[(length - Rpps)..length];
        var certain = rpps.StartsWith("10") && LuhnFits(rpps);
        return certain || end - start == length
            ? PersonalDataSpan.Between(
                start,
                end,
                PersonalDataKind.ProfessionalNumber,
                certain ? Certainty.Certain : Certainty.Likely
            )
            : null;
    }

    // ISO/IEC 7812-1, annex B.
    private static bool LuhnFits(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var place = 0; place < digits.Length; place++)
        {
            var digit = digits[^(place + 1)] - '0';
            sum += place % 2 == 0 ? digit : (digit * 2 / 10) + (digit * 2 % 10);
        }
        return sum % 10 == 0;
    }
}

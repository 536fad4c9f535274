namespace Deliberation.Domain.Respond.Feedback.Masking;

internal static partial class PhoneNumbers
{
    // The public switchboards people quote, without their 0: ministry, CNIL, then the poison centres.
    private static readonly HashSet<string> Public = new(StringComparer.Ordinal)
    {
        "140566000",
        "153732222",
        "241482121",
        "383225050",
        "140054848",
        "472116911",
        "491752525",
        "556964080",
        "561777447",
    };

    private static bool IsService(ReadOnlySpan<Numeral> afterZero)
    {
        if (afterZero[0].Symbol is '0' or '8')
        {
            return true;
        }
        Span<char> digits = stackalloc char[National - 1];
        for (var place = 0; place < digits.Length; place++)
        {
            digits[place] = afterZero[place].Symbol;
        }
        return Public.GetAlternateLookup<ReadOnlySpan<char>>().Contains(digits);
    }
}

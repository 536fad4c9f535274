namespace Deliberation.Domain.Respond.Feedback.Masking;

/// <summary>
/// The number of a health professional: RPPS, 11 digits whose last is a Luhn key (arrêté du 6 février 2009,
/// Agence du numérique en santé), 12 when the "8" of its type leads; or any number announced as RPPS or ADELI (9 digits).
/// A FINESS number names an establishment and stays.
/// </summary>
internal static class ProfessionalNumbers
{
    private const int Rpps = 11;
    private const int ShortestAnnounced = 8;

    public static void Find(ReadText read, Numerals numerals, List<PersonalDataSpan> found)
    {
        for (var index = 0; index < numerals.All.Length; index++)
        {
            if (numerals.All[index].Opens)
            {
                var run = numerals.Run(index, Rpps + 1);
                if (
                    (run.Length < ShortestAnnounced ? null : Announced(read, run) ?? Match(read, run)) is
                    { } span
                )
                {
                    found.Add(span);
                }
            }
        }
    }

    private static PersonalDataSpan? Announced(ReadText read, ReadOnlySpan<Numeral> run)
    {
        if (!read.IsAnnounced(run[0].Start, Role.Professional, reach: 30))
        {
            return null;
        }
        for (var length = run.Length; length >= ShortestAnnounced; length--)
        {
            if (run[length - 1].Closes)
            {
                return Span(run[..length], Certainty.Certain);
            }
        }
        return null;
    }

    private static PersonalDataSpan? Match(ReadText read, ReadOnlySpan<Numeral> run)
    {
        var isTyped = run.Length > Rpps && (run[0].Symbol, run[1].Symbol, run[2].Symbol) == ('8', '1', '0');
        var length = isTyped ? Rpps + 1 : Rpps;
        if (run.Length < length || !run[length - 1].Closes || Numerals.IsAmount(read, run[length - 1].End))
        {
            return null;
        }
        var rpps = run[(length - Rpps)..length];
        if (rpps[0].Symbol == '1' && rpps[1].Symbol == '0' && LuhnFits(rpps))
        {
            return Span(run[..length], Certainty.Certain);
        }
        var isTogether = run[length - 1].End - run[0].Start == length;
        return isTogether && rpps[0].Symbol == '1' ? Span(run[..length], Certainty.Likely) : null;
    }

    // ISO/IEC 7812-1, annex B.
    private static bool LuhnFits(ReadOnlySpan<Numeral> digits)
    {
        var sum = 0;
        for (var place = 0; place < digits.Length; place++)
        {
            var digit = digits[^(place + 1)].Symbol - '0';
            sum += place % 2 == 0 ? digit : (digit * 2 / 10) + (digit * 2 % 10);
        }
        return sum % 10 == 0;
    }

    private static PersonalDataSpan Span(ReadOnlySpan<Numeral> run, Certainty certainty) =>
        PersonalDataSpan.Between(run[0].Start, run[^1].End, PersonalDataKind.ProfessionalNumber, certainty);
}

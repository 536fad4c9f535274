namespace Deliberation.Domain.Respond.Feedback.Masking;

/// <summary>
/// The French social-security number (NIR), which is also the national health identity (INS): sex, year, month,
/// department, town and order on 13 symbols, then a key of two digits, 97 minus the number modulo 97, with the
/// Corsican 2A read as 19 and 2B as 18. The first digit is 3, 4, 7 or 8 while an identity is being checked.
/// Source: décret n° 82-103 du 22 janvier 1982, INSEE (définition c1409), référentiel INS de l’ANS.
/// </summary>
internal static class SocialSecurityNumbers
{
    private const int WithoutKey = 13;
    private const int WithKey = 15;
    private const int ShortestAnnounced = 10;
    private const int MostGroups = 10;

    public static void Find(ReadText read, Numerals numerals, List<PersonalDataSpan> found)
    {
        for (var index = 0; index < numerals.All.Length; index++)
        {
            if (numerals.All[index].Opens && Match(read, numerals.Run(index, WithKey)) is { } span)
            {
                found.Add(span);
            }
        }
    }

    private static PersonalDataSpan? Match(ReadText read, ReadOnlySpan<Numeral> run)
    {
        if (run[0].Symbol is not ('1' or '2' or '3' or '4' or '7' or '8') || run.Length < ShortestAnnounced)
        {
            return null;
        }
        if (run.Length >= WithoutKey && IsPlausible(run))
        {
            return Whole(run) ?? Keyless(read, run);
        }
        return read.IsAnnounced(run[0].Start, Role.SocialSecurity) ? Announced(run) : null;
    }

    private static PersonalDataSpan? Whole(ReadOnlySpan<Numeral> run) =>
        run.Length == WithKey && run[^1].Closes && KeyFits(run) ? Span(run, Certainty.Certain) : null;

    private static PersonalDataSpan? Keyless(ReadText read, ReadOnlySpan<Numeral> run)
    {
        var whole = run.Length == WithKey && run[^1].Closes;
        var kept = whole ? run : run[..WithoutKey];
        if (!kept[^1].Closes)
        {
            return null;
        }
        if (read.IsAnnounced(run[0].Start, Role.SocialSecurity))
        {
            return Span(kept, Certainty.Certain);
        }
        return HasDate(kept) || IsList(kept) || Numerals.IsAmount(read, kept[^1].End)
            ? null
            : Span(kept, Certainty.Likely);
    }

    // "1 2 3 4 5…": nobody parts a number so much without saying what it is.
    private static bool IsList(ReadOnlySpan<Numeral> run)
    {
        var groups = 0;
        foreach (var numeral in run)
        {
            groups += numeral.Opens ? 1 : 0;
        }
        return groups > MostGroups;
    }

    // "Mon numéro de sécu est" and a number with a digit too few: somebody’s all the same.
    private static PersonalDataSpan? Announced(ReadOnlySpan<Numeral> run)
    {
        for (var length = run.Length; length >= ShortestAnnounced; length--)
        {
            if (run[length - 1].Closes)
            {
                return HasDate(run[..length]) ? null : Span(run[..length], Certainty.Likely);
            }
        }
        return null;
    }

    private static bool HasDate(ReadOnlySpan<Numeral> run)
    {
        foreach (var numeral in run)
        {
            if (numeral.Dated)
            {
                return true;
            }
        }
        return false;
    }

    // Months 20 to 42 and 50 to 99 stand for births whose month is unknown, or for full registers.
    private static bool IsPlausible(ReadOnlySpan<Numeral> run)
    {
        var month = ((run[3].Symbol - '0') * 10) + run[4].Symbol - '0';
        var isCorsican = run[6].Symbol is 'A' or 'B' && run[5].Symbol == '2';
        for (var place = 0; place < run.Length; place++)
        {
            if (!char.IsAsciiDigit(run[place].Symbol) && !(place == 6 && isCorsican))
            {
                return false;
            }
        }
        return month is (>= 1 and <= 12) or (>= 20 and <= 42) or >= 50
            && (isCorsican || run[5].Symbol != '0' || run[6].Symbol != '0');
    }

    private static bool KeyFits(ReadOnlySpan<Numeral> run)
    {
        long number = 0;
        for (var place = 0; place < WithoutKey; place++)
        {
            number = (number * 10) + Digit(run, place);
        }
        var key = (Digit(run, WithoutKey) * 10) + Digit(run, WithoutKey + 1);
        return 97 - (number % 97) == key;
    }

    private static int Digit(ReadOnlySpan<Numeral> run, int place) =>
        (place, run[6].Symbol) switch
        {
            (5, 'A' or 'B') => 1,
            (6, 'A') => 9,
            (6, 'B') => 8,
            _ => run[place].Symbol - '0',
        };

    private static PersonalDataSpan Span(ReadOnlySpan<Numeral> run, Certainty certainty) =>
        PersonalDataSpan.Between(run[0].Start, run[^1].End, PersonalDataKind.SocialSecurityNumber, certainty);
}

namespace Deliberation.Domain.Respond.Feedback.Masking;

/// <summary>
/// French numbers of ten digits (0 then 1 to 9), the same after +33 or 0033 with or without "(0)" and after the codes of
/// the overseas territories, and foreign numbers after "+". Numbers in 08 belong to services, not to people: plan national
/// de numérotation, Arcep, décision n° 2018-0881 modifiée. Short numbers (15, 112, 3114…) are too short to be taken.
/// </summary>
internal static partial class PhoneNumbers
{
    private const int National = 10;
    private const int British = 11;
    private const int ShortestInternational = 8;
    private const int LongestInternational = 15; // ITU-T E.164
    private const int Longest = LongestInternational + 2;

    public static void Find(ReadText read, Numerals numerals, List<PersonalDataSpan> found)
    {
        for (var index = 0; index < numerals.All.Length; index++)
        {
            if (numerals.All[index].Opens)
            {
                var span = Match(read, numerals.Run(index, Longest));
                if (span is { } phone && !HasDate(numerals.Run(index, Longest), phone.End))
                {
                    found.Add(phone);
                }
            }
        }
    }

    private static PersonalDataSpan? Match(ReadText read, ReadOnlySpan<Numeral> run)
    {
        if (run.Length < ShortestInternational)
        {
            return null;
        }
        if (PlusBefore(read, run[0].Start) is { } plus)
        {
            return International(read, run, plus);
        }
        return (run[0].Symbol, run[1].Symbol) switch
        {
            ('0', '0') => run.Length < ShortestInternational + 2
                ? null
                : International(read, run[2..], run[0].Start),
            ('0', _) => Domestic(read, run),
            ('3', '3') when IsAlone(run, British) && run[2].Symbol is '6' or '7' => Phone(
                run[0].Start,
                run[^1].End,
                Certainty.Likely
            ),
            _ => Foreign(read, run),
        };
    }

    private static PersonalDataSpan? Domestic(ReadText read, ReadOnlySpan<Numeral> run)
    {
        if (IsAlone(run, British) && !run[National - 1].Closes)
        {
            return Phone(run[0].Start, run[^1].End, Certainty.Likely);
        }
        if (run.Length < National || !run[National - 1].Closes)
        {
            return Foreign(read, run);
        }
        var phone = run[..National];
        var isUsual = IsUsual(phone);
        return IsService(phone[1..]) || (!isUsual && IsInside(read, phone[0]))
            ? null
            : Phone(phone[0].Start, phone[^1].End, isUsual ? Certainty.Certain : Certainty.Likely);
    }

    // "Rappelez-moi au 6 12 34 56 78": the zero is lost in tables; abroad, numbers have other lengths.
    private static PersonalDataSpan? Foreign(ReadText read, ReadOnlySpan<Numeral> run)
    {
        if (run[0].Linked || run.Length < 9)
        {
            return null;
        }
        var isAnnounced =
            read.IsAnnounced(run[0].Start, Role.Telephone, reach: 30)
            || read.IsFollowed(run[^1].End, Role.Telephone, reach: 30);
        var lost = run[8].Closes && run[0].Closes && run[0].Symbol is '6' or '7';
        for (var length = Math.Min(run.Length, 12); length >= 9 && (isAnnounced || lost); length--)
        {
            if (run[length - 1].Closes)
            {
                var isFree =
                    run[0].Symbol == '0' && run[1].Symbol is '8'
                    || Numerals.IsAmount(read, run[length - 1].End);
                return isFree ? null : Phone(run[0].Start, run[length - 1].End, Certainty.Likely);
            }
        }
        return null;
    }

    // "10.0.26100.2314": part of a version.
    private static bool IsInside(ReadText read, Numeral first) =>
        first.Linked && first.Start > 0 && read.Text[first.Start - 1] == '.';

    // Not the end of a longer number.
    private static bool IsAlone(ReadOnlySpan<Numeral> run, int length) =>
        run.Length == length && run[^1].Closes && !run[0].Linked;

    private static PersonalDataSpan? International(ReadText read, ReadOnlySpan<Numeral> run, int start)
    {
        if (run[0].Symbol == '0')
        {
            return null; // no country code starts with 0
        }
        if (French(run) is { } end)
        {
            return end == 0 ? null : Phone(start, end, Certainty.Certain);
        }
        var length = Math.Min(run.Length, LongestInternational);
        while (length > 0 && !run[length - 1].Closes)
        {
            length--;
        }
        return length < ShortestInternational || Numerals.IsAmount(read, run[length - 1].End)
            ? null
            : Phone(start, run[length - 1].End, Certainty.Likely);
    }

    // After the code of France nine digits, after one "0" or none; 0 when they are a service’s.
    private static int? French(ReadOnlySpan<Numeral> run)
    {
        var code = CodeLength(run);
        if (code == 0 || run.Length < code + 9)
        {
            return null;
        }
        var rest = run[code..];
        rest = rest[0].Symbol == '0' ? rest[1..] : rest;
        return rest.Length < 9 || !rest[8].Closes ? null
            : IsService(rest[..9]) ? 0
            : rest[8].End;
    }

    private static int CodeLength(ReadOnlySpan<Numeral> run)
    {
        if (run[0].Symbol == '3' && run[1].Symbol == '3')
        {
            return 2;
        }
        var code = ((run[0].Symbol - '0') * 100) + ((run[1].Symbol - '0') * 10) + run[2].Symbol - '0';
        return code is 262 or 508 or 590 or 594 or 596 ? 3 : 0;
    }

    private static int? PlusBefore(ReadText read, int start)
    {
        for (var index = start - 1; index >= 0 && start - index <= 3; index--)
        {
            if (read.Text[index] == '+')
            {
                return index;
            }
            if (read.Text[index] is not (' ' or '(' or '\u00A0'))
            {
                return null;
            }
        }
        return null;
    }

    // All together, or by pairs.
    private static bool IsUsual(ReadOnlySpan<Numeral> phone) =>
        phone[^1].End - phone[0].Start == National
        || (phone[1].Closes && phone[3].Closes && phone[5].Closes && phone[7].Closes);

    private static bool HasDate(ReadOnlySpan<Numeral> run, int end)
    {
        foreach (var numeral in run)
        {
            if (numeral.Dated && numeral.Start < end)
            {
                return true;
            }
        }
        return false;
    }

    private static PersonalDataSpan Phone(int start, int end, Certainty certainty) =>
        PersonalDataSpan.Between(start, end, PersonalDataKind.Phone, certainty);
}

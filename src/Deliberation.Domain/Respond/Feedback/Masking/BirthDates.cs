namespace Deliberation.Domain.Respond.Feedback.Masking;

/// <summary>
/// A date said to be somebody's birth: after "né le", "née à Lyon le", "date de naissance", "DDN", "born on". Other dates
/// stay. A birth date is directly identifying beside a place or an illness: CNIL, guide sur l'anonymisation.
/// </summary>
internal static class BirthDates
{
    private const int MostWords = 12;
    private const int MostBetween = 80;

    public static void Find(ReadText read, List<PersonalDataSpan> found)
    {
        const Role Dates = Role.Digits | Role.Month | Role.Numeral;
        if (!read.Announces(Role.Birth) || !read.Announces(Dates))
        {
            return;
        }
        for (var index = 0; index < read.Words.Length; index++)
        {
            if (read.Words[index].Is(Role.Birth) && (After(read, index) ?? Before(read, index)) is { } span)
            {
                found.Add(span);
            }
        }
    }

    private static PersonalDataSpan? After(ReadText read, int birth)
    {
        var isNegation = read.Between(read.Words[birth].Start, read.Words[birth].End) is "ne" or "NE" or "Ne";
        var inPlace = false;
        var last = Math.Min(read.Words.Length, birth + MostWords);
        for (var index = birth + 1; index < last && Continues(read, birth, index); index++)
        {
            if (DateAt(read, birth, index) is { } end)
            {
                return Span(read.Words[index].Start, end.End, end.Certainty);
            }
            inPlace |= !isNegation && IsPlace(read, index);
            if (!inPlace && !read.Words[index].Is(Role.BirthFiller))
            {
                return null;
            }
        }
        return null;
    }

    // "Le 12/03/1950 est ma date de naissance."
    private static PersonalDataSpan? Before(ReadText read, int birth)
    {
        for (
            var index = birth - 1;
            index >= 0 && birth - index <= 8 && Continues(read, index, birth);
            index--
        )
        {
            var isDate = read.Words[index].Is(Role.Digits) && read.Words[birth].Length > 5;
            if (isDate && WrittenDate.LastWord(read, index) is { } last && last > index && last < birth)
            {
                return Span(read.Words[index].Start, read.Words[last].End, Certainty.Likely);
            }
        }
        return null;
    }

    private static (int End, Certainty Certainty)? DateAt(ReadText read, int birth, int index)
    {
        if (WrittenDate.LastWord(read, index) is { } last)
        {
            return (read.Words[last].End, Certainty.Certain);
        }
        // A year alone: of a person of the last century, or of one just named.
        var year = WrittenDate.Number(read, index);
        var isPerson = year < 2000 || IsOfKin(read, birth);
        return WrittenDate.IsYear(year) && isPerson ? (read.Words[index].End, Certainty.Likely) : null;
    }

    private static bool IsOfKin(ReadText read, int birth)
    {
        for (var back = birth - 1; back >= 0 && birth - back <= 4; back--)
        {
            if (
                read.Words[back].Is(Role.Kin)
                || read.Between(read.Words[back].Start, read.Words[back].End) is "suis"
            )
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsPlace(ReadText read, int index) =>
        read.Between(read.Words[index].Start, read.Words[index].End)
            is "à"
                or "a"
                or "À"
                or "A"
                or "en"
                or "au"
                or "aux"
                or "dans"
                or "in"
                or "at";

    // No end of sentence on the way.
    private static bool Continues(ReadText read, int birth, int index)
    {
        var gap = read.Between(read.Words[index - 1].End, read.Words[index].Start);
        return read.Words[index].Start - read.Words[birth].End <= MostBetween
            && gap.IndexOfAny("!?;[]") < 0
            && (gap.IndexOf('.') < 0 || gap.Length == 1);
    }

    private static PersonalDataSpan Span(int start, int end, Certainty certainty) =>
        PersonalDataSpan.Between(start, end, PersonalDataKind.BirthDate, certainty);
}

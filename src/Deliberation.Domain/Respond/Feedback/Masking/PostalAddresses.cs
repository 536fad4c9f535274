namespace Deliberation.Domain.Respond.Feedback.Masking;

/// <summary>
/// A number, a kind of way and its name, with the postal code and town when they follow; or a way after "j’habite".
/// Source: norme AFNOR NF Z 10-011 (line 4 of a French address). A postal code or a town alone stays.
/// </summary>
internal static class PostalAddresses
{
    private const int MostNames = 6;

    public static void Find(ReadText read, List<PersonalDataSpan> found)
    {
        if (!read.Announces(Role.SureWay | Role.UnsureWay))
        {
            return;
        }
        for (var index = 0; index < read.Words.Length; index++)
        {
            if (read.Words[index].Is(Role.SureWay | Role.UnsureWay) && Match(read, index) is { } span)
            {
                found.Add(span);
            }
        }
    }

    private static PersonalDataSpan? Match(ReadText read, int way)
    {
        var start = WayNumber.StartOf(read, way);
        if (start is null && !IsHome(read, way))
        {
            return null;
        }
        var isSure = start is not null && read.Words[way].Is(Role.SureWay);
        if (LastName(read, way, isSure) is not { } last)
        {
            return null;
        }
        last = TownAfter.LastWord(read, last) ?? last;
        var from = start ?? read.Words[way].Start;
        return PersonalDataSpan.Between(
            from,
            read.Words[last].End,
            PersonalDataKind.PostalAddress,
            Certainty.Likely
        );
    }

    // "J’habite rue des Lilas": no number, but somebody’s.
    private static bool IsHome(ReadText read, int way)
    {
        for (var back = way - 1; back >= 0 && way - back <= 3; back--)
        {
            if (read.Words[back].Is(Role.Home))
            {
                return read.Words[way].Start - read.Words[back].End <= 20;
            }
        }
        return false;
    }

    private static int? LastName(ReadText read, int way, bool isSure)
    {
        int? last = null;
        for (
            var index = IsDouble(read, way) ? way + 2 : way + 1;
            index < read.Words.Length && index - way <= MostNames;
            index++
        )
        {
            if (!IsClose(read, index))
            {
                break;
            }
            if (IsProper(read, index, last))
            {
                last = index;
            }
            else if (!IsLinking(read, read.Words[index]))
            {
                return last ?? (isSure && !read.Words[index].Is(Role.Masked) ? index : null);
            }
        }
        return last;
    }

    // Lieu-dit, rond-point.
    private static bool IsDouble(ReadText read, int way) =>
        way + 1 < read.Words.Length && read.Between(read.Words[way].End, read.Words[way + 1].Start) is "-";

    private static bool IsProper(ReadText read, int index, int? last)
    {
        var word = read.Words[index];
        var before = read.Words[index - 1];
        if (word.Is(Role.Digits))
        {
            return word.Length <= 4 && (last is null || before.Is(Role.Month));
        }
        if (before.Is(Role.Digits) && word.Is(Role.Month))
        {
            return true;
        }
        var isShouted =
            read.IsAllCapitals(word) && word.Is(Role.Common) && !word.Is(Role.Particle | Role.Kin);
        return read.IsCapital(word) && !isShouted;
    }

    private static bool IsLinking(ReadText read, Word word) =>
        word.Is(Role.Particle)
        || read.Between(word.Start, word.End)
            is "et"
                or "sur"
                or "sous"
                or "au"
                or "aux"
                or "ET"
                or "SUR"
                or "AUX";

    private static bool IsClose(ReadText read, int index)
    {
        var gap = read.Between(read.Words[index - 1].End, read.Words[index].Start);
        return gap.Length <= 2 && gap.IndexOfAnyExcept(" .-'’\u00A0") < 0 && !gap.SequenceEqual(". ".AsSpan())
            || (read.Words[index - 1].Is(Role.SureWay | Role.UnsureWay) && gap is ". ");
    }
}

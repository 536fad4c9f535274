using System.Globalization;

namespace Deliberation.Domain.Respond.Feedback.Masking;

/// <summary>Reads a day the ways people write it: 12/03/1950, 1950-03-12, 3 mars 1950, March 3rd 1950, in words.</summary>
internal static class WrittenDate
{
    /// <summary>The end of a whole day in figures, with a year of this century or the last; null when there is none.</summary>
    public static int? InFigures(ReadText read, int index) =>
        Figures(read, index) is { } last && HasLongYear(read, index, last) ? read.Words[last].End : null;

    /// <summary>The last word of the date that starts at this word; null when none does.</summary>
    public static int? LastWord(ReadText read, int index)
    {
        var word = read.Words[index];
        if (word.Is(Role.Month) && read.Between(word.Start, word.End) is not "may")
        {
            return AfterMonth(read, index);
        }
        if (word.Is(Role.Digits))
        {
            return Figures(read, index) ?? (word.Length is 6 or 8 ? index : Worded(read, index + 1));
        }
        return
            word.Is(Role.Numeral) && SpelledNumber.Read(read, index) is var (day, next) && day is > 0 and < 32
            ? Worded(read, next)
            : null;
    }

    public static int Number(ReadText read, int index)
    {
        var word = read.Words[index];
        var fits = word.Is(Role.Digits) && word.Length <= 4;
        return
            fits && int.TryParse(read.Between(word.Start, word.End), NumberStyles.None, null, out var value)
            ? value
            : -1;
    }

    public static bool IsYear(int number) => number is >= 1900 and < 2100;

    private static int? Figures(ReadText read, int index)
    {
        if (index + 2 >= read.Words.Length || !AreParted(read, index) || !AreParted(read, index + 1))
        {
            return null;
        }
        var (first, middle, last) = (Number(read, index), Number(read, index + 1), Number(read, index + 2));
        var isDay = first is > 0 and <= 31 && middle is > 0 and <= 12 && read.Words[index].Length <= 2;
        var isYearFirst = IsYear(first) && middle is > 0 and <= 12 && last is > 0 and <= 31;
        var hasYear = read.Words[index + 2].Length is 2 or 4 && last >= 0;
        return isYearFirst || (isDay && hasYear) ? index + 2 : null;
    }

    private static bool HasLongYear(ReadText read, int first, int last) =>
        IsYear(Number(read, first)) || IsYear(Number(read, last));

    // One sign, with spaces around it or not.
    private static bool AreParted(ReadText read, int index)
    {
        var gap = read.Between(read.Words[index].End, read.Words[index + 1].Start);
        var sign = gap.Trim();
        return gap.Length is > 0 and <= 4 && (sign.IsEmpty || sign is "/" or "." or "-");
    }

    // "3 mars 1950", "1er mars", "12th of March 1950".
    private static int? Worded(ReadText read, int index)
    {
        for (var skipped = 0; index < read.Words.Length && skipped < 3; index++, skipped++)
        {
            if (!IsNear(read, index))
            {
                return null;
            }
            if (read.Words[index].Is(Role.Month))
            {
                return AfterMonth(read, index);
            }
            if (
                read.Between(read.Words[index].Start, read.Words[index].End)
                is not ("er" or "ER" or "st" or "nd" or "rd" or "th" or "of")
            )
            {
                return null;
            }
        }
        return null;
    }

    private static int AfterMonth(ReadText read, int month)
    {
        var last = month;
        if (HasNear(read, last + 1) && read.Words[last + 1] is { Length: <= 2 } day && day.Is(Role.Digits))
        {
            last = IsOrdinal(read, last + 2) ? last + 2 : last + 1;
        }
        if (HasNear(read, last + 1) && IsYear(Number(read, last + 1)))
        {
            return last + 1;
        }
        if (HasNear(read, last + 1) && read.Words[last + 1].Is(Role.Numeral))
        {
            var (year, next) = SpelledNumber.Read(read, last + 1);
            return year >= 10 ? next - 1 : last;
        }
        return last;
    }

    private static bool IsOrdinal(ReadText read, int index) =>
        index < read.Words.Length
        && read.Words[index].Start == read.Words[index - 1].End
        && read.Between(read.Words[index].Start, read.Words[index].End) is "st" or "nd" or "rd" or "th";

    private static bool HasNear(ReadText read, int index) => index < read.Words.Length && IsNear(read, index);

    private static bool IsNear(ReadText read, int index) =>
        read.Between(read.Words[index - 1].End, read.Words[index].Start) is { Length: <= 3 } gap
        && gap.IndexOfAnyExcept(" .,\u00A0\n-/") < 0;
}

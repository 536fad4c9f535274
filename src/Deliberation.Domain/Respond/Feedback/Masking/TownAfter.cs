namespace Deliberation.Domain.Respond.Feedback.Masking;

/// <summary>The postal code and the town that end an address.</summary>
internal static class TownAfter
{
    private const int MostBefore = 5;
    private const int MostNames = 6;

    /// <summary>The last word of the town; null when no postal code follows.</summary>
    public static int? LastWord(ReadText read, int last)
    {
        for (var index = last + 1; index < read.Words.Length && index - last <= MostBefore; index++)
        {
            if (!IsNear(read, index))
            {
                return null;
            }
            if (CodeEnd(read, index) is { } code)
            {
                return Town(read, code);
            }
        }
        return null;
    }

    // 69003, or 69 003.
    private static int? CodeEnd(ReadText read, int index)
    {
        var word = read.Words[index];
        if (!word.Is(Role.Digits))
        {
            return null;
        }
        var isCut =
            word.Length == 2
            && index + 1 < read.Words.Length
            && read.Words[index + 1] is { Length: 3 } rest
            && rest.Is(Role.Digits)
            && rest.Start - word.End == 1;
        return word.Length == 5 ? index
            : isCut ? index + 1
            : null;
    }

    private static int Town(ReadText read, int code)
    {
        var last = code;
        for (var index = code + 1; index < read.Words.Length && index - code <= MostNames; index++)
        {
            var word = read.Words[index];
            var gap = read.Between(read.Words[index - 1].End, word.Start);
            if (gap.Length > 1 || gap.IndexOfAnyExcept(" -'’\n\u00A0") >= 0 || word.Is(Role.Masked))
            {
                break;
            }
            var isFirst = last == code;
            if (
                gap is "-"
                || (read.IsCapital(word) && !word.Is(Role.Nobody))
                || (isFirst && !word.Is(Role.Common))
            )
            {
                last = index;
            }
            else if (!word.Is(Role.Particle))
            {
                break;
            }
        }
        return last;
    }

    private static bool IsNear(ReadText read, int index) =>
        read.Between(read.Words[index - 1].End, read.Words[index].Start) is { Length: <= 4 } gap
        && gap.IndexOfAnyExcept(" ,\n–-'’\u00A0") < 0;
}

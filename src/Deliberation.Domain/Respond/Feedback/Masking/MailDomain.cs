namespace Deliberation.Domain.Respond.Feedback.Masking;

/// <summary>The part of an e-mail address after its sign: "orange.fr", "orange point fr", "orange [dot] fr".</summary>
internal static class MailDomain
{
    private const int MostSpaces = 2;

    /// <summary>Where it ends, whether it has a dot, and whether it ends like an address; null when nothing stands there.</summary>
    public static (int End, bool HasDot, bool IsKnown)? EndOf(ReadText read, int from)
    {
        var text = read.Text;
        var end = Label(text, Skip(text, from));
        if (end == Skip(text, from))
        {
            return null;
        }
        var (hasDot, isKnown) = (false, false);
        while (AfterDot(read, end) is { } next && Label(text, next) is var after && after > next)
        {
            if (isKnown && char.IsUpper(text[next]))
            {
                break; // "orange.fr.Merci": the next sentence
            }
            (end, hasDot, isKnown) = (after, true, IsTop(read, next, after));
        }
        return (end, hasDot, isKnown);
    }

    // A dot that a letter follows at once, or the word for it between spaces or brackets.
    private static int? AfterDot(ReadText read, int end)
    {
        var text = read.Text;
        if (end + 1 < text.Length && text[end] == '.' && char.IsLetterOrDigit(text[end + 1]))
        {
            return end + 1;
        }
        var index = read.IndexAt(end);
        if (index >= read.Words.Length || !read.Words[index].Is(Role.Spelled))
        {
            return null;
        }
        var gap = read.Between(end, read.Words[index].Start);
        var isAlone = gap.Length is > 0 and <= 3 && gap.IndexOfAnyExcept(" ([{\u00A0") < 0;
        return isAlone ? Skip(text, read.Words[index].End, closing: true) : null;
    }

    private static bool IsTop(ReadText read, int start, int end)
    {
        var index = read.IndexAt(start);
        return index < read.Words.Length
            && read.Words[index].End == end
            && read.Words[index].Is(Role.TopDomain);
    }

    private static int Skip(string text, int from, bool closing = false)
    {
        var index = from;
        while (
            index < text.Length
            && index - from < MostSpaces + 1
            && (char.IsWhiteSpace(text[index]) || (closing && text[index] is ')' or ']' or '}'))
        )
        {
            index++;
        }
        return index;
    }

    private static int Label(string text, int from)
    {
        var index = from;
        while (
            index < text.Length && (char.IsLetterOrDigit(text[index]) || (text[index] == '-' && index > from))
        )
        {
            index++;
        }
        while (index > from && text[index - 1] == '-')
        {
            index--;
        }
        return index;
    }
}

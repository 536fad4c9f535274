namespace Deliberation.Domain.Respond.Feedback.Masking;

/// <summary>The part of an e-mail address before its sign, read backward: "jeanne.martin", "jeanne point martin".</summary>
internal static class MailLocal
{
    private const int MostSpaces = 2;

    /// <summary>Where it starts; null when nothing stands there.</summary>
    public static int? StartOf(ReadText read, int sign)
    {
        var text = read.Text;
        var end = Back(text, sign, MostSpaces);
        var start = Atom(text, end);
        if (start == end)
        {
            return null;
        }
        for (var joint = JointBefore(read, start); joint >= 0; joint = JointBefore(read, start))
        {
            var wordEnd = Back(text, joint, MostSpaces);
            var wordStart = Atom(text, wordEnd);
            if (wordStart == wordEnd || wordEnd == joint)
            {
                break;
            }
            start = wordStart;
        }
        return start;
    }

    private static int Atom(string text, int end)
    {
        var start = end;
        while (start > 0 && IsAtom(text[start - 1]))
        {
            start--;
        }
        while (start < end && !char.IsLetterOrDigit(text[start]))
        {
            start++; // an opening quote or dash belongs to the sentence
        }
        return start;
    }

    // "point", "tiret", "underscore" standing alone before this place.
    private static int JointBefore(ReadText read, int start)
    {
        var index = read.IndexAt(start) - 1;
        return
            index >= 0
            && read.Words[index].Is(Role.Spelled)
            && start - read.Words[index].End is > 0 and <= MostSpaces
            ? read.Words[index].Start
            : -1;
    }

    private static int Back(string text, int index, int most)
    {
        var back = index;
        while (back > 0 && index - back < most && char.IsWhiteSpace(text[back - 1]))
        {
            back--;
        }
        return back;
    }

    private static bool IsAtom(char c) =>
        char.IsLetterOrDigit(c) || c is '.' or '_' or '%' or '+' or '\'' or '’' or '-' || Folding.IsMark(c);
}

namespace Deliberation.Domain.Respond.Feedback.Masking;

/// <summary>
/// E-mail addresses (RFC 5322, the dot-atom form), and the ways people spell them to escape robots:
/// "jean (at) orange.fr", "jean point martin arobase orange point fr". Each is read outward from its sign.
/// </summary>
internal static class EmailAddresses
{
    public static void Find(ReadText read, List<PersonalDataSpan> found)
    {
        var text = read.Text;
        for (
            var at = read.HasAt ? text.AsSpan().IndexOfAny('@', '＠') : -1;
            at >= 0;
            at = NextAt(text, at + 1)
        )
        {
            Add(read, found, at, at + 1, Sign.Real);
        }
        foreach (var word in !read.Announces(Role.Arobase) ? [] : read.Words)
        {
            if (word.Is(Role.Arobase) && !IsEnglishPlace(read, word))
            {
                Add(read, found, word.Start, word.End, Sign.Spelled);
            }
        }
        AddBracketed(read, found);
    }

    private static int NextAt(string text, int from)
    {
        var next = text.AsSpan(from).IndexOfAny('@', '＠');
        return next < 0 ? -1 : from + next;
    }

    // "jeanne (a) orange.fr": no word announces that one.
    private static void AddBracketed(ReadText read, List<PersonalDataSpan> found)
    {
        var from = 0;
        while (read.Text.AsSpan(from).IndexOf("(a)", StringComparison.OrdinalIgnoreCase) is >= 0 and var next)
        {
            Add(read, found, from + next + 1, from + next + 2, Sign.Spelled);
            from += next + 3;
        }
    }

    private static void Add(ReadText read, List<PersonalDataSpan> found, int from, int to, Sign sign)
    {
        var isBracketed = IsIn(read.Text, from - 1, "([{<") && IsIn(read.Text, to, ")]}>");
        (from, to) = isBracketed ? (from - 1, to + 1) : (from, to);
        var end = MailDomain.EndOf(read, to);
        if (end is null || MailLocal.StartOf(read, from) is not { } start)
        {
            return;
        }
        var (gapBefore, gapAfter) = (
            char.IsWhiteSpace(read.Text[from - 1]),
            char.IsWhiteSpace(read.Text[to])
        );
        var isWhole = isBracketed || (sign == Sign.Real && gapBefore == gapAfter);
        if (end.Value.IsKnown || isWhole)
        {
            var certainty = end.Value.HasDot ? Certainty.Certain : Certainty.Likely;
            found.Add(PersonalDataSpan.Between(start, end.Value.End, PersonalDataKind.Email, certainty));
        }
    }

    // "Look at example.org": a place, not an address.
    private static bool IsEnglishPlace(ReadText read, Word word)
    {
        var before = read.IndexAt(word.Start) - 1;
        return word.Length == 2
            && before >= 0
            && read.Words[before].Is(Role.Common)
            && !IsIn(read.Text, word.End, ")]}");
    }

    private static bool IsIn(string text, int index, string signs) =>
        index >= 0 && index < text.Length && signs.Contains(text[index], StringComparison.Ordinal);

    private enum Sign
    {
        Real,
        Spelled,
    }
}

namespace Deliberation.Domain.Respond.Feedback.Masking;

/// <summary>What may be taken for a name.</summary>
internal enum Likeness
{
    /// <summary>A word with a capital, in a sentence that has small letters.</summary>
    Capital,

    /// <summary>The same, in a sentence all in capitals too.</summary>
    AnyCapital,

    /// <summary>Even a word in small letters, when it is not a common one.</summary>
    AnyUnknownWord,
}

/// <summary>Reads the words of a name: initials, particles, hyphens, up to three capitalised words after the first.</summary>
internal static class NameReading
{
    private const int MostWords = 10;
    private const int MostNames = 4;

    /// <summary>The place of the name that follows this word; null when none does.</summary>
    public static (int Start, int End)? After(ReadText read, int announcing, Likeness likeness)
    {
        var inCapitals = read.IsAllCapitals(read.Words[announcing]) && read.Words[announcing].Length > 1;
        var (first, last, names) = (announcing + 1, -1, 0);
        for (var index = first; index < read.Words.Length && index - first < MostWords; index++)
        {
            if (index > first && !IsJoined(read, index))
            {
                break;
            }
            if (IsName(read, index, first, likeness, inCapitals || IsShouted(read, index)))
            {
                last = index;
                names += IsCompound(read, index) ? 0 : 1;
            }
            else if (!IsParticle(read, index))
            {
                break;
            }
            if (names == (IsSmall(read, last) ? 1 : MostNames) && !IsCompoundNext(read, index))
            {
                break;
            }
        }
        return last < 0 ? null : (read.Words[first].Start, read.Words[last].End);
    }

    private static bool IsName(ReadText read, int index, int first, Likeness likeness, bool inCapitals)
    {
        var word = read.Words[index];
        if (word.Is(Role.Digits | Role.Masked) || (word.Is(Role.Title) && word.Length > 1))
        {
            return false;
        }
        if (IsCompound(read, index))
        {
            return true;
        }
        if (word.Length == 1)
        {
            return read.IsCapital(word) && IsInitial(read, word);
        }
        if (read.IsCapital(word))
        {
            var isShouted = inCapitals && read.IsAllCapitals(word);
            return isShouted
                ? word.Roles == Role.None && likeness != Likeness.Capital
                : !word.Is(likeness == Likeness.AnyUnknownWord ? Role.Nobody | Role.Particle : Role.Common);
        }
        return likeness == Likeness.AnyUnknownWord
            && word.Roles == Role.None
            && IsFirstName(read, index, first);
    }

    // In small letters only the first word is taken, with its particles: "dr le goff rappelle".
    private static bool IsFirstName(ReadText read, int index, int first)
    {
        for (var before = first; before < index; before++)
        {
            if (!read.Words[before].Is(Role.Particle) || read.IsCapital(read.Words[before]))
            {
                return false;
            }
        }
        return read.Words[index].Length > 2;
    }

    private static bool IsParticle(ReadText read, int index) => read.Words[index].Is(Role.Particle);

    // "N’Diaye", "Durand-Petit": the second half of a name.
    private static bool IsCompound(ReadText read, int index)
    {
        var gap = read.Between(read.Words[index - 1].End, read.Words[index].Start);
        return gap is "-" or "'" or "’"
            && (read.IsCapital(read.Words[index]) || read.Text[read.Words[index].Start] == 'h') // Le Floc’h
            && !read.Words[index].Is(Role.Masked)
            && read.IsCapital(read.Words[index - 1]);
    }

    private static bool IsCompoundNext(ReadText read, int index) =>
        index + 1 < read.Words.Length && IsCompound(read, index + 1);

    private static bool IsInitial(ReadText read, Word word) =>
        word.End < read.Text.Length && read.Text[word.End] is '.' or '-' or '\'' or '’';

    // All capitals around: the word before and the word after shout as well.
    private static bool IsShouted(ReadText read, int index) =>
        index + 1 < read.Words.Length
        && read.Words[index + 1].Length > 2
        && read.IsAllCapitals(read.Words[index + 1])
        && read.Words[index + 1].Is(Role.Common);

    private static bool IsSmall(ReadText read, int index) => index >= 0 && !read.IsCapital(read.Words[index]);

    private static bool IsJoined(ReadText read, int index)
    {
        var gap = read.Between(read.Words[index - 1].End, read.Words[index].Start);
        if (gap.Length is 0 or > 2)
        {
            return false;
        }
        var afterInitial = read.Words[index - 1].Length == 1 && gap[0] == '.';
        return gap is " " or "\u00A0" or "-" or "'" or "’" or "  "
            || (afterInitial && gap.Length <= 2 && gap is "." or ". " or ".-");
    }
}

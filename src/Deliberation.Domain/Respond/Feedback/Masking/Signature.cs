namespace Deliberation.Domain.Respond.Feedback.Masking;

/// <summary>The name under a letter: a few capitalised words after "Cordialement," and before the end of the line.</summary>
internal static class Signature
{
    private const int MostWords = 5;

    /// <summary>The place of the name; null when nothing like one is there.</summary>
    public static (int Start, int End)? After(ReadText read, int farewell)
    {
        var first = farewell + 1;
        if (!IsParted(read.Between(read.Words[farewell].End, read.Words[first].Start)))
        {
            return null;
        }
        var last = farewell;
        while (last + 1 < read.Words.Length && last - farewell < MostWords && IsName(read, last + 1, first))
        {
            last++;
        }
        var isWhole = last > farewell && EndsLine(read, last);
        return isWhole ? (read.Words[first].Start, read.Words[last].End) : null;
    }

    private static bool IsParted(ReadOnlySpan<char> gap) =>
        gap.Length is > 0 and <= 5 && gap.IndexOfAnyExcept(" ,.\n\r\u00A0") < 0;

    private static bool IsName(ReadText read, int index, int first)
    {
        var word = read.Words[index];
        var isNear =
            index == first
            || read.Between(read.Words[index - 1].End, word.Start) is " " or "-" or "'" or "’" or ". " or ".";
        var isName = word.Is(Role.Particle) || !word.Is(Role.Nobody | Role.Title | Role.Masked | Role.Common);
        return isNear && read.IsCapital(word) && isName;
    }

    private static bool EndsLine(ReadText read, int last)
    {
        var rest = read.Text.AsSpan(read.Words[last].End).TrimStart(" .!");
        return rest.IsEmpty || rest[0] == '\n';
    }
}

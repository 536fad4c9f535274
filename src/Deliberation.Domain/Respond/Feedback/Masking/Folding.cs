using System.Globalization;
using System.Text;

namespace Deliberation.Domain.Respond.Feedback.Masking;

/// <summary>Letters without accents or capitals, so that "NÉE", "Née" and "nee" are one word.</summary>
internal static class Folding
{
    private const int Latin = 0x180;

    private static readonly char[] Plain = [.. Enumerable.Range(0, Latin).Select(code => Base((char)code))];

    /// <summary>Writes the folded word; says how many letters it has, or 0 when it is longer than the room.</summary>
    public static int Fold(ReadOnlySpan<char> word, Span<char> folded)
    {
        var length = 0;
        foreach (var letter in word)
        {
            if (letter >= '\u0300' && IsMark(letter))
            {
                continue;
            }
            if (length == folded.Length)
            {
                return 0;
            }
            folded[length++] = letter < Latin ? Plain[letter] : char.ToLowerInvariant(letter);
        }
        return length;
    }

    /// <summary>An accent written as a character of its own, as some phones do.</summary>
    public static bool IsMark(char c) =>
        c >= '\u0300' && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    private static char Base(char letter) =>
        char.ToLowerInvariant(
            char.IsLetter(letter) ? letter.ToString().Normalize(NormalizationForm.FormD)[0] : letter
        );
}

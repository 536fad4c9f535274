using System.Text;

namespace Deliberation.Domain.Respond.Feedback.Meaning;

/// <summary>
/// What French words of one family share: « déposer », « déposés » → « dépos ».
/// Source: the French stemming algorithm of the Snowball project, Martin Porter and Richard Boulton
/// (snowballstem.org/algorithms/french/stemmer.html); our own writing of it.
/// </summary>
public static class FrenchStem
{
    private const string Vowels = "aeiouyâàëéêèïîôûù";
    private const string Elided = "cdjlmnst";

    private static readonly string[] OddBeginnings = ["par", "col", "tap"];

    /// <summary>The stem of a word in lower case, its accents kept.</summary>
    public static string Of(string word)
    {
        var marked = MarkConsonants(WithoutElision(word));
        var ending = new FrenchEnding(
            marked,
            Verbal(marked),
            First(marked, 0),
            First(marked, First(marked, 0))
        );
        return Unmark(ending.Cut());
    }

    internal static bool IsVowel(char letter) => Vowels.Contains(letter, StringComparison.Ordinal);

    private static string WithoutElision(string word)
    {
        var cut =
            word.Length > 2 && word[1] == '\'' && Elided.Contains(word[0], StringComparison.Ordinal) ? 2
            : word.Length > 3 && word.StartsWith("qu'", StringComparison.Ordinal) ? 3
            : 0;
        return word[cut..];
    }

    // Vowels that sound as consonants are written in capitals, so that they no longer count as vowels.
    private static string MarkConsonants(string word)
    {
        var letters = new StringBuilder(word);
        for (var at = 0; at < letters.Length; at++)
        {
            while (MarkAt(letters, at)) { }
        }

        return letters.ToString();
    }

    private static bool MarkAt(StringBuilder letters, int at)
    {
        var (here, next) = (letters[at], At(letters, at + 1));
        if (IsVowel(here) && (next == 'y' || (next is 'u' or 'i' && IsVowel(At(letters, at + 2)))))
        {
            letters[at + 1] = char.ToUpperInvariant(next);
        }
        else if (here is 'ë' or 'ï')
        {
            letters.Remove(at, 1).Insert(at, here == 'ë' ? "He" : "Hi");
        }
        else if (here == 'y' && IsVowel(next))
        {
            letters[at] = 'Y';
        }
        else if (here == 'q' && next == 'u')
        {
            letters[at + 1] = 'U';
        }
        else
        {
            return false;
        }

        return true;
    }

    private static char At(StringBuilder letters, int place) => place < letters.Length ? letters[place] : ' ';

    // Where the ending of a verb may begin.
    private static int Verbal(string word)
    {
        if (word.Length >= 3 && IsVowel(word[0]) && IsVowel(word[1]))
        {
            return 3;
        }

        if (word.StartsWith("mauva", StringComparison.Ordinal))
        {
            return 5;
        }

        if (
            OddBeginnings.Any(start => word.StartsWith(start, StringComparison.Ordinal))
            || (word.Length >= 3 && word.StartsWith("ni", StringComparison.Ordinal) && IsVowel(word[2]))
        )
        {
            return 3;
        }

        var vowel = 1;
        while (vowel < word.Length && !IsVowel(word[vowel]))
        {
            vowel++;
        }

        return Math.Min(vowel + 1, word.Length);
    }

    // After the first consonant that follows a vowel.
    private static int First(string word, int from)
    {
        var at = from;
        while (at < word.Length && !IsVowel(word[at]))
        {
            at++;
        }

        while (at < word.Length && IsVowel(word[at]))
        {
            at++;
        }

        return Math.Min(at + 1, word.Length);
    }

    private static string Unmark(string stem) =>
        stem.Replace("He", "ë", StringComparison.Ordinal)
            .Replace("Hi", "ï", StringComparison.Ordinal)
            .Replace("H", "", StringComparison.Ordinal)
            .Replace('I', 'i')
            .Replace('U', 'u')
            .Replace('Y', 'y');
}

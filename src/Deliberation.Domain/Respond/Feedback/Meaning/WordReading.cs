using System.Text.RegularExpressions;
using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Domain.Respond.Feedback.Meaning;

/// <summary>Reads the words of a text that may say its subject: no common words, no numbers, nothing masked.</summary>
public static partial class WordReading
{
    /// <summary>Words read of one text at most: the first ones.</summary>
    public const int Most = 80;

    private const int Shortest = 3;
    private const int Longest = 30;

    /// <summary>Each family of words once, in the order they are said.</summary>
    /// <param name="text">Masked already.</param>
    /// <param name="language"><c>fr</c> or <c>en</c>.</param>
    public static IReadOnlyList<SaidWord> Of(string text, string language)
    {
        var said = new Dictionary<string, SaidWord>(StringComparer.Ordinal);
        var seen = new List<SaidWord>();
        foreach (var word in Words(text))
        {
            var folded = SearchableText.Of(word);
            if (StopWords.Include(folded, language) || folded.Length is < Shortest or > Longest)
            {
                continue;
            }

            var stem = SearchableText.Of(language == "en" ? EnglishStem.Of(word) : FrenchStem.Of(word));
            if (stem.Length >= 2 && said.TryAdd(stem, new SaidWord(stem, word)))
            {
                seen.Add(said[stem]);
            }

            if (seen.Count == Most)
            {
                break;
            }
        }

        return seen;
    }

    private static IEnumerable<string> Words(string text) =>
        Word()
            .Matches(Masked().Replace(text.Normalize(), " ").ToLowerInvariant())
            .Select(match => match.Value)
            .Where(word => word.All(char.IsLetter));

    // Letters and digits together, so that a code is not read as a word.
    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.None, 500)]
    private static partial Regex Word();

    [GeneratedRegex(@"\[[^\[\]]{0,60}masqu[^\[\]]{0,30}\]", RegexOptions.IgnoreCase, 500)]
    private static partial Regex Masked();
}

namespace Deliberation.Domain.Respond.Feedback.Meaning;

/// <summary>
/// How rare each word is among all texts: a rare word says more. Source: K. Spärck Jones, A statistical interpretation
/// of term specificity, Journal of Documentation 28 (1972).
/// </summary>
/// <param name="texts">How many texts were read.</param>
/// <param name="saying">How many of them say each stem.</param>
public sealed class Vocabulary(int texts, IReadOnlyDictionary<string, int> saying)
{
    /// <summary>The weight of a stem: the natural logarithm of its rarity, above zero.</summary>
    public double Weight(string stem) => Math.Log(1 + (texts + 1.0) / (1 + saying.GetValueOrDefault(stem)));

    /// <summary>The words that say most of a text: the rarest, at equal rarity by alphabet.</summary>
    public IReadOnlyList<SaidWord> Rarest(IEnumerable<SaidWord> words, int most) =>
        [
            .. words
                .OrderByDescending(word => Weight(word.Stem))
                .ThenBy(word => word.Stem, StringComparer.Ordinal)
                .Take(most),
        ];
}

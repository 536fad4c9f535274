namespace Deliberation.Domain.Respond.Feedback.Meaning;

/// <summary>How near two texts are, by the words they share. From 0, nothing in common, to 1, the same words.</summary>
public static class Likeness
{
    /// <summary>The cosine of the two, each word counting for its weight.</summary>
    public static double Between(
        IReadOnlyDictionary<string, double> one,
        IReadOnlyDictionary<string, double> other
    )
    {
        var (few, many) = one.Count <= other.Count ? (one, other) : (other, one);
        var shared = few.OrderBy(word => word.Key, StringComparer.Ordinal)
            .Sum(word => word.Value * many.GetValueOrDefault(word.Key));
        return shared == 0 ? 0 : Math.Min(1, shared / (Length(few) * Length(many)));
    }

    public static IReadOnlyDictionary<string, double> Weighed(
        IEnumerable<SaidWord> words,
        Vocabulary vocabulary
    ) => words.ToDictionary(word => word.Stem, word => vocabulary.Weight(word.Stem), StringComparer.Ordinal);

    /// <summary>
    /// The words in common over the words of both. Source: P. Jaccard, The distribution of the flora in the alpine zone,
    /// New Phytologist 11 (1912).
    /// </summary>
    public static double OfWords(IReadOnlyCollection<SaidWord> one, IReadOnlyCollection<SaidWord> other)
    {
        var stems = other.Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
        var shared = one.Count(word => stems.Contains(word.Stem));
        var all = one.Count + other.Count - shared;
        return all == 0 ? 0 : (double)shared / all;
    }

    // Summed in one order, so that the same words always give the same figure.
    private static double Length(IReadOnlyDictionary<string, double> words) =>
        Math.Sqrt(
            words.OrderBy(word => word.Key, StringComparer.Ordinal).Sum(word => word.Value * word.Value)
        );
}

using System.Text;

namespace Deliberation.Domain.Respond.Feedback.Meaning;

/// <summary>
/// Finds texts that say nearly the same without comparing each with all. Source: A. Broder, On the resemblance and
/// containment of documents (1997), with bands: two texts that share 4 words of 5 share a band 997 times in 1,000.
/// </summary>
public static class NearTwins
{
    /// <summary>From this share of words in common on, two texts are shown as near twins.</summary>
    public const double Near = 0.6;

    public const int Bands = 8;

    private const int Rows = 3;
    private const int FewestWords = 3;

    /// <summary>Texts that share one of these numbers may be near twins; nothing for a text too short to tell.</summary>
    public static IReadOnlyList<long> BandsOf(IReadOnlyCollection<SaidWord> words)
    {
        if (words.Count < FewestWords)
        {
            return [];
        }

        var hashes = words.Select(word => Hash(word.Stem)).ToList();
        return [.. Enumerable.Range(0, Bands).Select(band => Band(hashes, band))];
    }

    private static long Band(List<ulong> hashes, int band)
    {
        var together = (ulong)band;
        for (var row = 0; row < Rows; row++)
        {
            var seed = Mixed((ulong)((band * Rows) + row + 1));
            together = Mixed(together ^ hashes.Min(hash => Mixed(hash ^ seed)));
        }

        return (long)(together >> 1);
    }

    // FNV-1a (Fowler, Noll, Vo): the same on every machine, unlike the hash of a string.
    private static ulong Hash(string stem) =>
        Encoding
            .UTF8.GetBytes(stem)
            .Aggregate(14695981039346656037, (hash, letter) => (hash ^ letter) * 1099511628211);

    // The finisher of SplitMix64 (Steele, Lea, Flood, 2014).
    private static ulong Mixed(ulong value)
    {
        var mixed = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}

using Deliberation.Domain.Respond.Feedback.Meaning;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Feedback.Meaning;

/// <summary>How many public feedbacks say each word, while a batch is placed.</summary>
internal sealed class StemCounts(DeliberationDb db)
{
    private readonly Dictionary<string, SpokenStem> counted = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);

    /// <summary>Counts texts that became public, or that no longer are.</summary>
    /// <param name="words">The words of each text.</param>
    /// <param name="by">One more, or one less.</param>
    public async Task CountAsync(
        IReadOnlyCollection<IReadOnlyList<SaidWord>> words,
        int by,
        CancellationToken cancellationToken
    )
    {
        var stems = words.SelectMany(text => text).Select(word => word.Stem).Append(SpokenStem.All);
        var unknown = stems.Distinct().Where(stem => !counted.ContainsKey(stem)).ToList();
        var kept = await db.Set<SpokenStem>()
            .Where(row => unknown.Contains(row.Stem))
            .ToDictionaryAsync(row => row.Stem, StringComparer.Ordinal, cancellationToken);
        foreach (var stem in unknown)
        {
            counted[stem] = kept.GetValueOrDefault(stem) ?? db.Add(new SpokenStem { Stem = stem }).Entity;
        }

        counted[SpokenStem.All].Feedbacks += by * words.Count;
        foreach (var word in words.SelectMany(text => text))
        {
            counted[word.Stem].Feedbacks += by;
        }
    }

    /// <summary>Words that nobody says any more are forgotten.</summary>
    public void Forget() => db.RemoveRange(counted.Values.Where(row => row.Feedbacks <= 0));

    /// <summary>What these words weigh.</summary>
    public async Task<Vocabulary> OfAsync(IEnumerable<string> stems, CancellationToken cancellationToken)
    {
        var unknown = stems
            .Append(SpokenStem.All)
            .Distinct()
            .Where(stem => !counted.ContainsKey(stem) && !seen.ContainsKey(stem))
            .ToList();
        var kept = await db.Set<SpokenStem>()
            .AsNoTracking()
            .Where(row => unknown.Contains(row.Stem))
            .ToListAsync(cancellationToken);
        foreach (var row in kept)
        {
            seen[row.Stem] = row.Feedbacks;
        }

        foreach (var row in counted.Values)
        {
            seen[row.Stem] = row.Feedbacks;
        }

        return new Vocabulary(seen.GetValueOrDefault(SpokenStem.All), seen);
    }
}

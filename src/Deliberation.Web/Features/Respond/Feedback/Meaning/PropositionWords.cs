using Deliberation.Domain.Publish.Opinions;
using Deliberation.Domain.Respond.Feedback.Meaning;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Feedback.Meaning;

/// <summary>The words of published propositions, and which of them a feedback may speak of.</summary>
internal sealed class PropositionWords(DeliberationDb db)
{
    private const int AtOnce = 200;
    private const int AskedWords = 12;
    private const int Compared = 40;
    private const int Shown = 3;
    private const int FewestShared = 2;

    /// <summary>Reads a batch of those never read; answers how many there were.</summary>
    public async Task<int> ReadAsync(CancellationToken cancellationToken)
    {
        var unread = await db.Set<Treatment>()
            .AsNoTracking()
            .Where(treatment =>
                !db.Set<PropositionReading>().Any(read => read.Reference == treatment.Reference)
            )
            .OrderBy(treatment => treatment.Reference)
            .Take(AtOnce)
            .Select(treatment => new
            {
                treatment.Reference,
                treatment.Title,
                treatment.Theme,
                Body = db.Set<Proposition>()
                    .Where(one => one.OpinionId == treatment.OpinionId && one.Number == treatment.Number)
                    .OrderByDescending(one => one.EditionNumber)
                    .Select(one => one.Body)
                    .FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        foreach (var one in unread)
        {
            var words = WordReading.Of($"{one.Title}\n{one.Theme}\n{one.Body}", "fr");
            db.Add(new PropositionReading { Reference = one.Reference, Words = words });
            db.AddRange(words.Select(word => new PropositionStem(word.Stem, one.Reference)));
        }

        await db.SaveChangesAsync(cancellationToken);
        return unread.Count;
    }

    /// <summary>The nearest propositions, with the words in common, as the feedback writes them.</summary>
    public async Task<IReadOnlyList<(string Reference, IReadOnlyList<string> Shared)>> SuggestAsync(
        IReadOnlyList<SaidWord> words,
        CancellationToken cancellationToken
    )
    {
        var vocabulary = await VocabularyAsync(words.Select(word => word.Stem), cancellationToken);
        var asked = vocabulary.Rarest(words, AskedWords).Select(word => word.Stem).ToList();
        var references = await db.Set<PropositionStem>()
            .Where(row => asked.Contains(row.Stem))
            .GroupBy(row => row.Reference)
            .Where(same => same.Count() >= FewestShared)
            .OrderByDescending(same => same.Count())
            .ThenBy(same => same.Key)
            .Take(Compared)
            .Select(same => same.Key)
            .ToListAsync(cancellationToken);
        var compared = await db.Set<PropositionReading>()
            .AsNoTracking()
            .Where(read => references.Contains(read.Reference))
            .ToListAsync(cancellationToken);
        var all = compared.SelectMany(read => read.Words).Concat(words).Select(word => word.Stem);
        return Rank(words, compared, await VocabularyAsync(all, cancellationToken));
    }

    private static IReadOnlyList<(string, IReadOnlyList<string>)> Rank(
        IReadOnlyList<SaidWord> words,
        IEnumerable<PropositionReading> compared,
        Vocabulary vocabulary
    )
    {
        var weighed = Likeness.Weighed(words, vocabulary);
        return
        [
            .. compared
                .OrderByDescending(read =>
                    Likeness.Between(weighed, Likeness.Weighed(read.Words, vocabulary))
                )
                .ThenBy(read => read.Reference, StringComparer.Ordinal)
                .Take(Shown)
                .Select(read => (read.Reference, Shared(words, read, vocabulary))),
        ];
    }

    private static IReadOnlyList<string> Shared(
        IReadOnlyList<SaidWord> words,
        PropositionReading read,
        Vocabulary vocabulary
    )
    {
        var stems = read.Words.Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
        var shared = words.Where(word => stems.Contains(word.Stem));
        return [.. vocabulary.Rarest(shared, AskedWords).Select(word => word.Surface)];
    }

    // A word is rare or common among propositions, not among feedbacks.
    private async Task<Vocabulary> VocabularyAsync(
        IEnumerable<string> stems,
        CancellationToken cancellationToken
    )
    {
        var asked = stems.Distinct().ToList();
        var counts = await db.Set<PropositionStem>()
            .Where(row => asked.Contains(row.Stem))
            .GroupBy(row => row.Stem)
            .Select(same => new { same.Key, Count = same.Count() })
            .ToDictionaryAsync(same => same.Key, same => same.Count, cancellationToken);
        return new Vocabulary(await db.Set<PropositionReading>().CountAsync(cancellationToken), counts);
    }
}

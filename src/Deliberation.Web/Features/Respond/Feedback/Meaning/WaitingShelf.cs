using Deliberation.Domain.Respond.Feedback.Meaning;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Feedback.Meaning;

/// <summary>
/// The feedbacks that stand alone, found by their rarest words. However many wait, few are looked at: the latest ones
/// of each word.
/// </summary>
internal sealed class WaitingShelf(DeliberationDb db)
{
    private const int TellingWords = 6;
    private const int AskedWords = 8;
    private const int LatestOfAWord = 30;

    private static readonly Func<DeliberationDb, string, IAsyncEnumerable<Guid>> Latest =
        EF.CompileAsyncQuery(
            (DeliberationDb db, string stem) =>
                db.Set<WaitingWord>()
                    .Where(row => row.Stem == stem)
                    .OrderByDescending(row => row.FeedbackId)
                    .Select(row => row.FeedbackId)
                    .Take(LatestOfAWord)
        );

    private readonly Dictionary<string, List<Reading>> byStem = new(StringComparer.Ordinal);
    private readonly List<Guid> left = [];

    /// <summary>Takes from the shelf whatever may resemble one of these; answers the words of what was taken.</summary>
    public async Task<IEnumerable<string>> LookAsync(
        IReadOnlyList<Reading> fresh,
        Vocabulary vocabulary,
        CancellationToken cancellationToken
    )
    {
        var found = new Dictionary<string, List<Guid>>(StringComparer.Ordinal);
        foreach (var stem in fresh.SelectMany(reading => Asked(reading, vocabulary)).Distinct())
        {
            found[stem] = await Latest(db, stem).ToListAsync(cancellationToken);
        }

        var ids = found.Values.SelectMany(list => list).Distinct().ToList();
        var readings = await db.Set<Reading>()
            .Where(reading => ids.Contains(reading.Id))
            .ToDictionaryAsync(reading => reading.Id, cancellationToken);
        foreach (var (stem, waiting) in found)
        {
            byStem[stem] = [.. waiting.Where(readings.ContainsKey).Select(id => readings[id])];
        }

        return readings.Values.SelectMany(reading => reading.Words).Select(word => word.Stem);
    }

    public IEnumerable<Reading> Resembling(Reading reading, Vocabulary vocabulary) =>
        Asked(reading, vocabulary)
            .SelectMany(stem => byStem.GetValueOrDefault(stem, []))
            .Where(other => other.Waits)
            .Distinct();

    /// <summary>It waits for one that resembles it.</summary>
    public void Put(Reading reading, Vocabulary vocabulary)
    {
        foreach (var word in vocabulary.Rarest(reading.Words, TellingWords))
        {
            db.Add(new WaitingWord(word.Stem, reading.Id));
            if (!byStem.TryGetValue(word.Stem, out var list))
            {
                byStem[word.Stem] = list = [];
            }

            list.Add(reading);
        }
    }

    public void Leave(Guid feedbackId) => left.Add(feedbackId);

    /// <summary>Once the rest is saved: forgets the words of those that wait no more.</summary>
    public Task<int> ClearAsync(CancellationToken cancellationToken) =>
        left.Count == 0
            ? Task.FromResult(0)
            : db.Set<WaitingWord>()
                .Where(row => left.Contains(row.FeedbackId))
                .ExecuteDeleteAsync(cancellationToken);

    private static IEnumerable<string> Asked(Reading reading, Vocabulary vocabulary) =>
        vocabulary.Rarest(reading.Words, AskedWords).Select(word => word.Stem);
}

using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Feedback.Meaning;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Web.Features.Respond.Feedback.Meaning;

/// <summary>
/// Reads a batch of feedbacks whose public words changed, and says where each belongs. One batch, one transaction:
/// a crash loses none and counts none twice.
/// </summary>
internal sealed class Placing(
    DeliberationDb db,
    StemCounts stems,
    WaitingShelf waiting,
    SubjectShelf subjects,
    SubjectCounting counting,
    ThemeWords themes,
    TimeProvider clock
)
{
    private const int AtOnce = 200;

    // Any number that nothing else locks: nodes that share a PostgreSQL take turns.
    private const long LockKey = 7_305_812_050;

    private readonly HashSet<Guid> touched = [];
    private readonly List<Reading> fresh = [];
    private int lastSubject;

    /// <summary>How many were read; none when there was nothing to read.</summary>
    public Task<int> PlaceAsync(CancellationToken cancellationToken) =>
        db.InOneTransactionAsync(() => PlaceBatchAsync(cancellationToken), cancellationToken);

    private async Task<int> PlaceBatchAsync(CancellationToken cancellationToken)
    {
        if (db.Database.IsNpgsql())
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({LockKey})", cancellationToken);
        }

        var asked = await db.Set<FeedbackToRead>()
            .OrderBy(row => row.Id)
            .Take(AtOnce)
            .ToListAsync(cancellationToken);
        if (asked.Count == 0)
        {
            return 0;
        }

        db.RemoveRange(asked);
        await ReadAsync([.. asked.Select(row => row.FeedbackId).Distinct()], cancellationToken);
        await PlaceFreshAsync(cancellationToken);
        stems.Forget();
        await db.SaveChangesAsync(cancellationToken);
        await waiting.ClearAsync(cancellationToken);
        await counting.CountAsync(touched, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return asked.Count;
    }

    private async Task ReadAsync(List<Guid> ids, CancellationToken cancellationToken)
    {
        var texts = await db.Set<UserFeedback>()
            .AsNoTracking()
            .Where(feedback => ids.Contains(feedback.Id))
            .OrderBy(feedback => feedback.ReceivedAt)
            .ThenBy(feedback => feedback.Id)
            .ToWords()
            .ToListAsync(cancellationToken);
        var known = await db.Set<Reading>()
            .Where(reading => ids.Contains(reading.Id))
            .ToDictionaryAsync(reading => reading.Id, cancellationToken);
        await stems.CountAsync([.. known.Values.Select(reading => reading.Words)], -1, cancellationToken);
        await db.Set<FeedbackBand>()
            .Where(row => ids.Contains(row.FeedbackId))
            .ExecuteDeleteAsync(cancellationToken);
        var read = new List<IReadOnlyList<SaidWord>>();
        foreach (var text in texts.Where(text => text.Stage.IsPublic()))
        {
            var words = text.Words;
            read.Add(words);
            db.AddRange(NearTwins.BandsOf(words).Select(band => new FeedbackBand(band, text.Id)));
            Read(text, words, known.GetValueOrDefault(text.Id));
        }

        foreach (var text in texts.Where(text => !text.Stage.IsPublic() && known.ContainsKey(text.Id)))
        {
            Forget(known[text.Id]);
        }

        await stems.CountAsync(read, +1, cancellationToken);
    }

    private void Read(PublicWords text, IReadOnlyList<SaidWord> words, Reading? reading)
    {
        if (reading is null)
        {
            reading = Reading.Of(text.Id, text.Number, text.ReceivedAt, words);
            db.Add(reading);
            fresh.Add(reading);
        }
        else
        {
            reading.Reread(words);
            Touch(reading);
        }
    }

    private void Forget(Reading reading)
    {
        Touch(reading);
        waiting.Leave(reading.Id);
        db.Remove(reading);
    }

    private void Touch(Reading reading)
    {
        if (reading.SubjectId is { } subject)
        {
            touched.Add(subject);
        }
    }

    private async Task PlaceFreshAsync(CancellationToken cancellationToken)
    {
        if (fresh.Count == 0)
        {
            return;
        }

        lastSubject = await db.Set<Subject>().CountAsync(cancellationToken); // none is ever deleted
        var said = fresh.SelectMany(reading => reading.Words).Select(word => word.Stem).ToHashSet();
        var first = await stems.OfAsync(said, cancellationToken);
        var others = await waiting.LookAsync(fresh, first, cancellationToken);
        var making = await subjects.LookAsync(said, cancellationToken);
        await themes.LoadAsync(cancellationToken);
        var vocabulary = await stems.OfAsync([.. others, .. making, .. themes.Stems], cancellationToken);
        var grouping = new Grouping(vocabulary);
        foreach (var reading in fresh)
        {
            reading.SuggestTheme(themes.Nearest(reading.Words, vocabulary));
            Place(reading, grouping, vocabulary);
        }
    }

    private void Place(Reading reading, Grouping grouping, Vocabulary vocabulary)
    {
        if (grouping.Nearest(reading.Words, subjects.Resembling(reading)) is { } near)
        {
            near.Add(reading.Words);
            Join(reading, near.Id);
        }
        else if (grouping.Companion(reading, waiting.Resembling(reading, vocabulary)) is { } other)
        {
            Open(reading, other);
        }
        else
        {
            waiting.Put(reading, vocabulary);
        }
    }

    private void Open(Reading reading, Reading other)
    {
        var now = clock.GetUtcNow();
        var subject = Subject.Open(Guid.CreateVersion7(now), ++lastSubject, now);
        var profile = new SubjectProfile(subject.Id);
        db.Add(subject);
        profile.Add(other.Words);
        profile.Add(reading.Words);
        subjects.Put(profile, [.. reading.Words.Concat(other.Words).Select(word => word.Stem).Distinct()]);
        waiting.Leave(other.Id);
        Join(other, subject.Id);
        Join(reading, subject.Id);
    }

    private void Join(Reading reading, Guid subjectId)
    {
        reading.Join(subjectId);
        touched.Add(subjectId);
    }
}

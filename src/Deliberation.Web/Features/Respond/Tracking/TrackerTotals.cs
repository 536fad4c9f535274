using System.Collections.Concurrent;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Platform.Caching;
using Deliberation.Web.Platform.Persistence;

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>
/// Figures over all the propositions there are, counted once for each change of the tracker and each day, and not for
/// each reader. On PostgreSQL, where another node may change it unheard, also as often as public pages are made anew.
/// </summary>
internal sealed class TrackerTotals(PublicStamp stamp, DatabaseChoice choice, TimeProvider clock)
{
    private readonly TimeSpan life = choice.IsPostgres ? SameForEveryone.Lifetime : TimeSpan.MaxValue;
    private readonly ConcurrentDictionary<string, Kept> kept = new(StringComparer.Ordinal);

    /// <param name="name">What is counted; few names, since each is kept.</param>
    public async Task<T> GetAsync<T>(string name, Func<Task<T>> countAsync)
        where T : class
    {
        var now = clock.GetUtcNow();
        var (change, day) = (stamp.Tracker, WorkingDays.DateInParis(now));
        if (
            kept.TryGetValue(name, out var known)
            && (known.Change, known.Day) == (change, day)
            && (now - known.At).Duration() < life
            && known.Figures is T same
        )
        {
            return same;
        }

        // What changes meanwhile moves the mark, which was read before.
        var figures = await countAsync();
        kept[name] = new Kept(change, day, now, figures);
        return figures;
    }

    private sealed record Kept(long Change, DateOnly Day, DateTimeOffset At, object Figures);
}

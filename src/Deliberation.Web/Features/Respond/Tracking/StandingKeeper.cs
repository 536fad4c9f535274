using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>Keeps what lists are read from true, in the transaction that changes a treatment.</summary>
internal static class StandingKeeper
{
    /// <summary>The treatments that are about to be kept with a change.</summary>
    public static IReadOnlyList<Guid> ChangedTreatments(this DeliberationDb db) =>
        [
            .. db
                .ChangeTracker.Entries<Treatment>()
                .Where(entry => entry.State is EntityState.Added or EntityState.Modified)
                .Select(entry => entry.Entity.Id),
        ];

    /// <summary>Tells anew how these stand, from the history as it is kept; the caller saves.</summary>
    public static async Task TellStandingsAsync(
        this DeliberationDb db,
        IReadOnlyList<Guid> changed,
        CancellationToken cancellationToken
    )
    {
        foreach (var ids in changed.Chunk(100))
        {
            var treatments = await db.Set<Treatment>()
                .AsNoTracking()
                .Include(treatment => treatment.Updates)
                .Include(treatment => treatment.Entrustments)
                .Include(treatment => treatment.Expectations)
                .AsSplitQuery()
                .Where(treatment => ids.Contains(treatment.Id))
                .ToListAsync(cancellationToken);
            var opinions = treatments.Select(treatment => treatment.OpinionId).Distinct().ToList();
            var trackers = await db.Set<OpinionTracker>()
                .AsNoTracking()
                .Where(tracker => opinions.Contains(tracker.Id))
                .ToDictionaryAsync(tracker => tracker.Id, cancellationToken);
            var kept = await db.Set<KeptStanding>()
                .Where(standing => ids.Contains(standing.TreatmentId))
                .ToListAsync(cancellationToken);
            foreach (var treatment in treatments)
            {
                var series = StandingSeries.Of(treatment, trackers[treatment.OpinionId]);
                db.Replace([.. kept.Where(standing => standing.TreatmentId == treatment.Id)], series);
            }
        }
    }

    // Nearly always: the last one ends, and another begins.
    private static void Replace(
        this DeliberationDb db,
        IReadOnlyList<KeptStanding> kept,
        IReadOnlyList<KeptStanding> series
    )
    {
        db.RemoveRange(kept.ExceptBy(series.Select(standing => standing.From), standing => standing.From));
        foreach (var standing in series)
        {
            if (kept.FirstOrDefault(known => known.From == standing.From) is { } known)
            {
                db.Entry(known).CurrentValues.SetValues(standing);
            }
            else
            {
                db.Add(standing);
            }
        }
    }
}

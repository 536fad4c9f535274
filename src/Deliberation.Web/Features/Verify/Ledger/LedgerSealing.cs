using Deliberation.Domain;
using Deliberation.Domain.Verify.Ledger;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Verify.Ledger;

/// <summary>Adds the public acts of a transaction to the register, each sealed to the one before.</summary>
internal static class LedgerSealing
{
    // Any number that nothing else locks: nodes that share a PostgreSQL take turns at the end of the chain.
    private const long LockKey = 7_305_812_001;

    public static async Task SealAsync(
        this DeliberationDb db,
        IReadOnlyList<DomainEvent> events,
        CancellationToken cancellationToken
    )
    {
        var acts = events.OfType<IPublicAct>().ToList();
        if (acts.Count == 0)
        {
            return;
        }

        if (db.Database.IsNpgsql())
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({LockKey})", cancellationToken);
        }

        var last = await db.Set<LedgerEntry>()
            .AsNoTracking()
            .OrderByDescending(entry => entry.Number)
            .FirstOrDefaultAsync(cancellationToken);
        foreach (var act in acts)
        {
            last = LedgerChain.Seal(last, act.GetType().Name, act.Subject, act.At, ActFacts.Of(act));
            db.Add(last);
        }
    }
}

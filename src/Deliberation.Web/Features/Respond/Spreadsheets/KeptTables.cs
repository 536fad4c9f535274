using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Spreadsheets;

/// <summary>Keeps what an agent gave for an hour, for their eyes only.</summary>
internal sealed class KeptTables(DeliberationDb db, TimeProvider clock)
{
    private const int MostOfOnePerson = 5;

    /// <summary>The table of this agent; null when it is another's, or no longer kept.</summary>
    public Task<KeptTable?> FindAsync(Guid id, Guid by, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return db.Set<KeptTable>()
            .FirstOrDefaultAsync(
                table => table.Id == id && table.By == by && table.ExpiresAt > now,
                cancellationToken
            );
    }

    /// <summary>What the same form gave, sent twice at once, since the table was found; null when it is still to be given.</summary>
    public async Task<int?> GivenMeanwhileAsync(KeptTable table, CancellationToken cancellationToken)
    {
        await db.Entry(table).ReloadAsync(cancellationToken);
        return table.Given;
    }

    /// <summary>Keeps one more; the oldest ones of the same agent make room.</summary>
    public Task<Guid> KeepAsync(Guid by, GivenFile file, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var table = new KeptTable
        {
            Id = Guid.CreateVersion7(now),
            By = by,
            Name = file.Name,
            Content = file.Content,
            ExpiresAt = now + KeptTable.Lifetime,
        };
        db.Add(table);
        return db.InOneTransactionAsync(
            async () =>
            {
                await db.SaveChangesAsync(cancellationToken);
                var newest = db.Set<KeptTable>()
                    .Where(kept => kept.By == by)
                    .OrderByDescending(kept => kept.ExpiresAt)
                    .ThenByDescending(kept => kept.Id)
                    .Select(kept => kept.Id)
                    .Take(MostOfOnePerson);
                await db.Set<KeptTable>()
                    .Where(kept => kept.By == by && !newest.Contains(kept.Id))
                    .ExecuteDeleteAsync(cancellationToken);
                return table.Id;
            },
            cancellationToken
        );
    }
}

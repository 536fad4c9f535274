using Deliberation.Domain;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
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

    /// <summary>Gives what the table asks for, once: the same form sent again, or twice at once, is told what the first gave.</summary>
    /// <returns>How many answers it gave.</returns>
    /// <exception cref="Absent">It is another's, or no longer kept.</exception>
    /// <exception cref="RuleBroken">It was refused, and none of it was given.</exception>
    public async Task<int> GiveOnceAsync(
        Guid id,
        Guid by,
        Func<KeptTable, Task<int>> give,
        CancellationToken cancellationToken
    )
    {
        var table = await FindAsync(id, by, cancellationToken) ?? throw new Absent("table");
        if (table.Given is { } given)
        {
            return given;
        }

        try
        {
            return await give(table);
        }
        catch (RuleBroken)
        {
            // Whatever refused it may be what its twin gave since it was read.
            var meanwhile = await db.Set<KeptTable>()
                .Where(kept => kept.Id == id)
                .Select(kept => kept.Given)
                .FirstOrDefaultAsync(cancellationToken);
            if (meanwhile is not { } twin)
            {
                throw;
            }

            return twin;
        }
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

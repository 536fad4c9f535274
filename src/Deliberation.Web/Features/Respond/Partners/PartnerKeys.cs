using System.Collections.Frozen;
using Deliberation.Domain.Respond.Partners;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Partners;

/// <summary>
/// The keys in use, read at most once a second whatever is tried: a wrong key costs no look into the database. Here a
/// key that is made or revoked is so at once; on another node, within that second.
/// </summary>
internal sealed class PartnerKeys(IServiceScopeFactory scopes, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim reading = new(1, 1);
    private volatile Page? page;

    /// <summary>The key in use that these signs are; null for any others.</summary>
    public async ValueTask<Known?> FindAsync(string signs, CancellationToken cancellationToken)
    {
        var known = page is { IsFresh: true } fresh ? fresh : await ReadAsync(cancellationToken);
        return known.Keys.GetValueOrDefault(SecretKey.HashOf(signs));
    }

    /// <summary>Notes that a key was used today, once a day.</summary>
    public async ValueTask NoteAsync(Known key, CancellationToken cancellationToken)
    {
        var today = WorkingDays.DateInParis(clock.GetUtcNow());
        if (key.LastUsedOn == today)
        {
            return;
        }

        key.LastUsedOn = today;
        await using var scope = scopes.CreateAsyncScope();
        using var turn = await scope
            .ServiceProvider.GetRequiredService<WriterQueue>()
            .EnterAsync(cancellationToken);
        await scope
            .ServiceProvider.GetRequiredService<DeliberationDb>()
            .Set<PartnerKey>()
            .Where(row => row.Id == key.Id && (row.LastUsedOn == null || row.LastUsedOn < today))
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.LastUsedOn, today), cancellationToken);
    }

    public void Forget() => page = null;

    public void Dispose() => reading.Dispose();

    private async Task<Page> ReadAsync(CancellationToken cancellationToken)
    {
        await reading.WaitAsync(cancellationToken);
        try
        {
            if (page is { IsFresh: true } meanwhile)
            {
                return meanwhile;
            }

            var asked = Environment.TickCount64;
            await using var scope = scopes.CreateAsyncScope();
            var keys = await scope
                .ServiceProvider.GetRequiredService<DeliberationDb>()
                .Set<PartnerKey>()
                .AsNoTracking()
                .Where(key => key.RevokedAt == null)
                .OrderBy(key => key.Id)
                .Select(key => new
                {
                    key.Hash,
                    Key = new Known(key.Id, key.Scope) { LastUsedOn = key.LastUsedOn },
                })
                .Take(PartnerKey.Most)
                .ToListAsync(cancellationToken);
            return page = new Page(
                keys.ToFrozenDictionary(row => row.Hash, row => row.Key, StringComparer.Ordinal),
                asked
            );
        }
        finally
        {
            reading.Release();
        }
    }

    internal sealed record Known(Guid Id, string Scope)
    {
        public DateOnly? LastUsedOn { get; set; }
    }

    private sealed record Page(FrozenDictionary<string, Known> Keys, long ReadAt)
    {
        public bool IsFresh => Environment.TickCount64 - ReadAt < Life.TotalMilliseconds;
    }
}

using System.Security.Claims;
using System.Security.Cryptography;
using Deliberation.Web.Platform.Persistence;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Deliberation.Web.Platform.Security.Sessions;

/// <summary>
/// Keeps sessions in the database, so that one can list and end them and a copied cookie dies with its session.
/// What was read is believed for ten seconds: the longest another node may still honour an ended session.
/// </summary>
internal sealed class DeviceSessionStore(
    IServiceScopeFactory scopes,
    IMemoryCache cache,
    DoorKey doorKey,
    SessionsEnded ended,
    TimeProvider clock
) : ITicketStore
{
    private static readonly TimeSpan Believed = TimeSpan.FromSeconds(10);

    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var now = clock.GetUtcNow();
        var session = new DeviceSession
        {
            Id = Guid.CreateVersion7(now),
            KeyHash = HashOf(key),
            PersonId = ticket.Principal.PersonId(),
            Device = ticket.Properties.GetString(SessionTicket.Device) ?? "",
            Means = SessionTicket.MeansOf(ticket.Properties),
            IsOwnDevice = ticket.Properties.IsPersistent,
            SealedIdentityToken = ticket.Properties.GetString(SessionTicket.IdentityToken),
            OpenedAt = now,
            SeenAt = now,
            ExpiresAt = ticket.Properties.ExpiresUtc ?? now + SessionTicket.OnSharedComputer,
        };
        await WriteAsync(async db =>
        {
            db.Add(session);
            await db.SaveChangesAsync();
        });
        return key;
    }

    public async Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        var hash = HashOf(key);
        var (seen, expires) = (ticket.Properties.IssuedUtc, ticket.Properties.ExpiresUtc);
        await WriteAsync(db =>
            db.InOneTransactionAsync(
                () =>
                    db.Set<DeviceSession>()
                        .Where(session => session.KeyHash == hash)
                        .ExecuteUpdateAsync(row =>
                            row.SetProperty(session => session.SeenAt, seen ?? clock.GetUtcNow())
                                .SetProperty(
                                    session => session.ExpiresAt,
                                    session => expires ?? session.ExpiresAt
                                )
                        ),
                CancellationToken.None
            )
        );
        cache.Remove(CacheKey(hash));
    }

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        var hash = HashOf(key);
        var session = await cache.GetOrCreateAsync(
            CacheKey(hash),
            async entry =>
            {
                entry.AbsoluteExpirationRelativeToNow = Believed;
                await using var scope = scopes.CreateAsyncScope();
                return await scope
                    .ServiceProvider.GetRequiredService<DeliberationDb>()
                    .Set<DeviceSession>()
                    .AsNoTracking()
                    .FirstOrDefaultAsync(row => row.KeyHash == hash);
            }
        );
        return session is null ? null : SessionTicket.For(session);
    }

    public Task RemoveAsync(string key)
    {
        var hash = HashOf(key);
        return EndAsync(session => session.KeyHash == hash);
    }

    /// <summary>Ends one session of this person, or all of them; a session of someone else is left alone.</summary>
    public Task EndAsync(Guid personId, Guid? sessionId) =>
        EndAsync(session => session.PersonId == personId && (sessionId == null || session.Id == sessionId));

    private async Task EndAsync(System.Linq.Expressions.Expression<Func<DeviceSession, bool>> which)
    {
        List<DeviceSession> sessions = [];
        await WriteAsync(async db =>
        {
            sessions = await db.Set<DeviceSession>().Where(which).ToListAsync();
            db.RemoveRange(sessions);
            await db.SaveChangesAsync();
        });
        foreach (var session in sessions)
        {
            cache.Remove(CacheKey(session.KeyHash));
        }

        ended.Tell(sessions.Select(session => session.Id));
    }

    private async Task WriteAsync(Func<DeliberationDb, Task> write)
    {
        await using var scope = scopes.CreateAsyncScope();
        await write(scope.ServiceProvider.GetRequiredService<DeliberationDb>());
    }

    private string HashOf(string key) => doorKey.Hash("session", key);

    private static string CacheKey(string hash) => $"session:{hash}";
}

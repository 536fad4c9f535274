using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Platform.Security.Sessions;

/// <summary>
/// Forgets expired sessions every twenty seconds; every second, closes what sessions ended elsewhere still hold open
/// here.
/// </summary>
internal sealed class SessionCaretaker(
    IServiceScopeFactory scopes,
    SessionsEnded ended,
    TimeProvider clock,
    ILogger<SessionCaretaker> log
) : Rounds(TimeSpan.FromSeconds(1), clock, log)
{
    private const int ForgetEvery = 20;

    private int round;

    protected override Task GoRoundAsync(CancellationToken cancellationToken) =>
        ++round % ForgetEvery == 0 ? CareAsync(cancellationToken) : CloseEndedAsync(cancellationToken);

    internal async Task CareAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeliberationDb>();
        var sessions = db.Set<DeviceSession>();
        var now = Clock.GetUtcNow();
        if (await sessions.AnyAsync(session => session.ExpiresAt < now, cancellationToken))
        {
            await db.InOneTransactionAsync(
                () =>
                    sessions.Where(session => session.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken),
                cancellationToken
            );
        }

        await CloseEndedAsync(cancellationToken);
    }

    private async Task CloseEndedAsync(CancellationToken cancellationToken)
    {
        var watched = ended.Watched;
        if (watched.Count > 0)
        {
            await using var scope = scopes.CreateAsyncScope();
            var now = Clock.GetUtcNow();
            var alive = await scope
                .ServiceProvider.GetRequiredService<DeliberationDb>()
                .Set<DeviceSession>()
                .Where(session => watched.Contains(session.Id) && session.ExpiresAt >= now)
                .Select(session => session.Id)
                .ToListAsync(cancellationToken);
            ended.Tell(watched.Except(alive));
        }
    }
}

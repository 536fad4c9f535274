using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Platform.Security.Sessions;

/// <summary>
/// Forgets expired sessions every twenty seconds; every second, closes what sessions ended elsewhere still hold open
/// here.
/// </summary>
internal sealed partial class SessionCaretaker(
    IServiceScopeFactory scopes,
    SessionsEnded ended,
    TimeProvider clock,
    ILogger<SessionCaretaker> log
) : BackgroundService
{
    private const int ForgetEvery = 20;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var round = 0; !stoppingToken.IsCancellationRequested; round++)
        {
            try
            {
                await (round % ForgetEvery == 0 ? CareAsync(stoppingToken) : CloseEndedAsync(stoppingToken));
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailure(failure);
            }

            await Task.Delay(Pause, clock, stoppingToken);
        }
    }

    internal async Task CareAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeliberationDb>();
        var sessions = db.Set<DeviceSession>();
        var now = clock.GetUtcNow();
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
            var now = clock.GetUtcNow();
            var alive = await scope
                .ServiceProvider.GetRequiredService<DeliberationDb>()
                .Set<DeviceSession>()
                .Where(session => watched.Contains(session.Id) && session.ExpiresAt >= now)
                .Select(session => session.Id)
                .ToListAsync(cancellationToken);
            ended.Tell(watched.Except(alive));
        }
    }

    [LoggerMessage(LogLevel.Error, "Ended sessions could not be looked after this time.")]
    private partial void LogFailure(Exception failure);
}

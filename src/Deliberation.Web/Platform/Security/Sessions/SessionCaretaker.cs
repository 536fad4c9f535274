using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Platform.Security.Sessions;

/// <summary>Every twenty seconds: forgets expired sessions, and closes what sessions ended elsewhere still hold open here.</summary>
internal sealed partial class SessionCaretaker(
    IServiceScopeFactory scopes,
    SessionsEnded ended,
    TimeProvider clock,
    ILogger<SessionCaretaker> log
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await CareAsync(stoppingToken);
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

        var watched = ended.Watched;
        if (watched.Count > 0)
        {
            var alive = await sessions
                .Where(session => watched.Contains(session.Id))
                .Select(session => session.Id)
                .ToListAsync(cancellationToken);
            ended.Tell(watched.Except(alive));
        }
    }

    [LoggerMessage(LogLevel.Error, "Ended sessions could not be looked after this time.")]
    private partial void LogFailure(Exception failure);
}

using Deliberation.Web.Platform.Mail;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security.Throttling;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Account;

/// <summary>Forgets, every hour, requests to come in that are over, letters that never left and tries that no longer count.</summary>
internal sealed partial class DoorSweep(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<DoorSweep> log
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pause, clock, stoppingToken);
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailure(failure);
            }
        }
    }

    internal async Task SweepAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeliberationDb>();
        var now = clock.GetUtcNow();
        var seconds = now.ToUnixTimeSeconds();
        await db.InOneTransactionAsync(
            async () =>
                await db.Set<SignInRequest>()
                    .Where(row => row.ExpiresAt < now)
                    .ExecuteDeleteAsync(cancellationToken)
                + await db.Set<AddressChange>()
                    .Where(row => row.ExpiresAt < now)
                    .ExecuteDeleteAsync(cancellationToken)
                + await db.Set<OutgoingMail>()
                    .Where(row => row.NextAttemptAt == null && row.CreatedAt < now.AddDays(-7))
                    .ExecuteDeleteAsync(cancellationToken)
                + await db.Set<ThrottleCount>()
                    .Where(row => row.EndsAt < seconds)
                    .ExecuteDeleteAsync(cancellationToken),
            cancellationToken
        );
    }

    [LoggerMessage(LogLevel.Error, "What is over at the door could not be forgotten this time.")]
    private partial void LogFailure(Exception failure);
}

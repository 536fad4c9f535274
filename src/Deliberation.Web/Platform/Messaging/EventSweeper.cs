using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Platform.Messaging;

/// <summary>Tells, every half minute, the events that a crash or a failed reaction left behind.</summary>
internal sealed partial class EventSweeper(
    IServiceScopeFactory scopes,
    EventTeller teller,
    TimeProvider clock,
    ILogger<EventSweeper> log
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailure(failure);
            }

            await Task.Delay(Pause, clock, stoppingToken);
        }
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        var settled = clock.GetUtcNow() - Pause;
        await using var scope = scopes.CreateAsyncScope();
        var left = await scope
            .ServiceProvider.GetRequiredService<DeliberationDb>()
            .Set<PendingEvent>()
            .AsNoTracking()
            .Where(pending => pending.RecordedAt < settled)
            .OrderBy(pending => pending.Id)
            .Take(200)
            .ToListAsync(cancellationToken);

        foreach (var pending in left)
        {
            await teller.TellAsync(pending, cancellationToken);
        }
    }

    [LoggerMessage(LogLevel.Error, "Events left behind could not be told this time.")]
    private partial void LogFailure(Exception failure);
}

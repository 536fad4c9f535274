using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Platform.Messaging;

/// <summary>Tells, every half minute, the events that a crash or a failed reaction left behind.</summary>
internal sealed class EventSweeper(
    IServiceScopeFactory scopes,
    EventTeller teller,
    TimeProvider clock,
    ILogger<EventSweeper> log
) : Rounds(Pause, clock, log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected override async Task GoRoundAsync(CancellationToken cancellationToken)
    {
        var settled = Clock.GetUtcNow() - Pause;
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
}

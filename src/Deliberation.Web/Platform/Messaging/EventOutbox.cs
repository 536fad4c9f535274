using Deliberation.Domain;
using Deliberation.Web.Platform.Persistence;

namespace Deliberation.Web.Platform.Messaging;

/// <summary>
/// Keeps events in the transaction that made them, and has them told as soon as it is committed. What a crash
/// leaves untold, <see cref="EventSweeper"/> tells later: each reaction may therefore run twice, never zero times.
/// </summary>
internal sealed class EventOutbox(TimeProvider clock, EventTeller teller)
{
    private readonly List<PendingEvent> untold = [];

    public void Add(DeliberationDb db, IReadOnlyList<DomainEvent> events)
    {
        foreach (var happened in events.Where(teller.HasListener))
        {
            var pending = PendingEvent.Of(happened, clock.GetUtcNow());
            db.Add(pending);
            untold.Add(pending);
        }
    }

    public async Task TellAsync(CancellationToken cancellationToken)
    {
        PendingEvent[] told = [.. untold];
        untold.Clear();
        foreach (var pending in told)
        {
            await teller.TellAsync(pending, cancellationToken);
        }
    }
}

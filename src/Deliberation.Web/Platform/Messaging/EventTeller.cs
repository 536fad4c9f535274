using System.Text.Json;
using Deliberation.Domain;
using Deliberation.Web.Platform.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Platform.Messaging;

/// <summary>Tells one kept event to everyone who reacts to it, then lets it go.</summary>
internal sealed partial class EventTeller(
    IServiceScopeFactory scopes,
    ReactionTypes reactions,
    EventBell bell,
    ILogger<EventTeller> log
)
{
    public bool HasListener(DomainEvent happened) => reactions.Contains(happened.GetType());

    /// <summary>Tells it in a scope of its own; a reaction that fails is logged and tried again later.</summary>
    public Task TellAsync(PendingEvent pending, CancellationToken cancellationToken) =>
        TellAsync([pending], cancellationToken);

    /// <summary>Tells each in a scope of its own, and lets all that were told go in one transaction.</summary>
    public async Task TellAsync(IReadOnlyList<PendingEvent> pending, CancellationToken cancellationToken)
    {
        var told = new List<PendingEvent>(pending.Count);
        foreach (var one in pending)
        {
            if (await TryTellAsync(one, cancellationToken))
            {
                told.Add(one);
            }
        }

        if (told.Count > 0)
        {
            await LetGoAsync(told, cancellationToken);
        }
    }

    private async Task<bool> TryTellAsync(PendingEvent pending, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            if (Read(typeof(Happened<>), pending.Type, pending.Content) is { } fact)
            {
                await scope.ServiceProvider.GetRequiredService<IMediator>().Publish(fact, cancellationToken);
            }

            await TellPagesAsync(pending.Type, pending.Content, cancellationToken);
            return true;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailure(failure, pending.Type, pending.Id);
            return false;
        }
    }

    private async Task LetGoAsync(List<PendingEvent> told, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<DeliberationDb>();
            var writers = scope.ServiceProvider.GetRequiredService<WriterQueue>();
            var ids = told.ConvertAll(pending => pending.Id);
            using var turn = await writers.EnterAsync(cancellationToken);
            await db.Set<PendingEvent>()
                .Where(row => ids.Contains(row.Id))
                .ExecuteDeleteAsync(cancellationToken);
            foreach (var pending in told)
            {
                await bell.RingAsync(db, pending, cancellationToken);
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailure(failure, told[0].Type, told[0].Id);
        }
    }

    /// <summary>Tells the pages that are open on this node.</summary>
    public async Task TellPagesAsync(string type, string content, CancellationToken cancellationToken)
    {
        if (Read(typeof(Heard<>), type, content) is { } heard)
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IMediator>().Publish(heard, cancellationToken);
        }
    }

    private static INotification? Read(Type told, string name, string content)
    {
        if (typeof(DomainEvent).Assembly.GetType(name) is not { } type)
        {
            return null;
        }

        var happened = JsonSerializer.Deserialize(content, type);
        return (INotification?)Activator.CreateInstance(told.MakeGenericType(type), happened);
    }

    [LoggerMessage(LogLevel.Error, "A reaction to {EventType} {EventId} failed; it will be tried again.")]
    private partial void LogFailure(Exception failure, string eventType, Guid eventId);
}

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
    public async Task TellAsync(PendingEvent pending, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            if (Read(typeof(Happened<>), pending.Type, pending.Content) is { } fact)
            {
                await scope.ServiceProvider.GetRequiredService<IMediator>().Publish(fact, cancellationToken);
            }

            await TellPagesAsync(pending.Type, pending.Content, cancellationToken);
            var db = scope.ServiceProvider.GetRequiredService<DeliberationDb>();
            var writers = scope.ServiceProvider.GetRequiredService<WriterQueue>();
            using var turn = await writers.EnterAsync(cancellationToken);
            await db.Set<PendingEvent>()
                .Where(row => row.Id == pending.Id)
                .ExecuteDeleteAsync(cancellationToken);
            await bell.RingAsync(db, pending, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailure(failure, pending.Type, pending.Id);
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

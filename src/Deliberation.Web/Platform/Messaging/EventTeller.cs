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
            if (Read(pending) is { } notification)
            {
                await scope
                    .ServiceProvider.GetRequiredService<IMediator>()
                    .Publish(notification, cancellationToken);
            }

            var db = scope.ServiceProvider.GetRequiredService<DeliberationDb>();
            var writers = scope.ServiceProvider.GetRequiredService<WriterQueue>();
            using var turn = await writers.EnterAsync(cancellationToken);
            await db.Set<PendingEvent>()
                .Where(row => row.Id == pending.Id)
                .ExecuteDeleteAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailure(failure, pending.Type, pending.Id);
        }
    }

    private static INotification? Read(PendingEvent pending)
    {
        if (typeof(DomainEvent).Assembly.GetType(pending.Type) is not { } type)
        {
            return null;
        }

        var happened = JsonSerializer.Deserialize(pending.Content, type);
        return (INotification?)Activator.CreateInstance(typeof(Happened<>).MakeGenericType(type), happened);
    }

    [LoggerMessage(LogLevel.Error, "A reaction to {EventType} {EventId} failed; it will be tried again.")]
    private partial void LogFailure(Exception failure, string eventType, Guid eventId);
}

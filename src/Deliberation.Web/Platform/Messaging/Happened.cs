using Deliberation.Domain;
using MediatR;

namespace Deliberation.Web.Platform.Messaging;

/// <summary>A fact that is on disk; those who react to it implement <c>INotificationHandler&lt;Happened&lt;TEvent&gt;&gt;</c>.</summary>
internal sealed record Happened<TEvent>(TEvent Event) : INotification
    where TEvent : DomainEvent;

using Deliberation.Domain;
using MediatR;

namespace Deliberation.Web.Platform.Messaging;

/// <summary>A fact that is on disk, told by one node; those who react to it implement <c>INotificationHandler&lt;Happened&lt;TEvent&gt;&gt;</c>.</summary>
internal sealed record Happened<TEvent>(TEvent Event) : INotification
    where TEvent : DomainEvent;

/// <summary>
/// The same fact, told to every node for the pages it has open. It may come twice, late or, when nodes do not hear one
/// another, not at all: a reaction only says « look again ».
/// </summary>
internal sealed record Heard<TEvent>(TEvent Event) : INotification
    where TEvent : DomainEvent;

using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Features.Deliberate.Drafting.Live;
using Deliberation.Web.Platform.Messaging;
using MediatR;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>Open pages hear at once that a text stopped changing, or may change again.</summary>
internal sealed class WhenDocumentFrozen(LiveDocuments documents)
    : INotificationHandler<Heard<DocumentFrozen>>,
        INotificationHandler<Heard<DocumentThawed>>
{
    public Task Handle(Heard<DocumentFrozen> notification, CancellationToken cancellationToken) =>
        LookAsync(notification.Event.DocumentId, cancellationToken);

    public Task Handle(Heard<DocumentThawed> notification, CancellationToken cancellationToken) =>
        LookAsync(notification.Event.DocumentId, cancellationToken);

    // A reaction may come late or twice: what holds is what the database says now.
    private Task LookAsync(Guid documentId, CancellationToken cancellationToken) =>
        documents.Find(documentId)?.LookIfFrozenAsync(cancellationToken) ?? Task.CompletedTask;
}

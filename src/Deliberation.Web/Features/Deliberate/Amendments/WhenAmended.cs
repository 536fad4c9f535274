using Deliberation.Domain.Deliberate.Amendments;
using Deliberation.Web.Features.Deliberate.Drafting.Live;
using Deliberation.Web.Platform.Messaging;
using MediatR;

namespace Deliberation.Web.Features.Deliberate.Amendments;

/// <summary>Open pages hear at once that an amendment to their text was proposed or decided.</summary>
internal sealed class WhenAmended(LiveDocuments documents)
    : INotificationHandler<Happened<AmendmentProposed>>,
        INotificationHandler<Happened<AmendmentAdopted>>,
        INotificationHandler<Happened<AmendmentRejected>>,
        INotificationHandler<Happened<AmendmentWithdrawn>>,
        INotificationHandler<Happened<AmendmentOutdated>>
{
    public Task Handle(Happened<AmendmentProposed> notification, CancellationToken cancellationToken) =>
        TellAsync(notification.Event.DocumentId);

    public Task Handle(Happened<AmendmentAdopted> notification, CancellationToken cancellationToken) =>
        TellAsync(notification.Event.DocumentId);

    public Task Handle(Happened<AmendmentRejected> notification, CancellationToken cancellationToken) =>
        TellAsync(notification.Event.DocumentId);

    public Task Handle(Happened<AmendmentWithdrawn> notification, CancellationToken cancellationToken) =>
        TellAsync(notification.Event.DocumentId);

    public Task Handle(Happened<AmendmentOutdated> notification, CancellationToken cancellationToken) =>
        TellAsync(notification.Event.DocumentId);

    private Task TellAsync(Guid documentId)
    {
        documents.Find(documentId)?.Audience.Tell(client => client.Amended(documentId));
        return Task.CompletedTask;
    }
}

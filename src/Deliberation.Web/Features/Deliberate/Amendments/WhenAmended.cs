using Deliberation.Domain.Deliberate.Amendments;
using Deliberation.Web.Features.Deliberate.Drafting.Live;
using Deliberation.Web.Platform.Messaging;
using MediatR;

namespace Deliberation.Web.Features.Deliberate.Amendments;

/// <summary>Open pages hear at once that an amendment to their text was proposed or decided.</summary>
internal sealed class WhenAmended(LiveDocuments documents)
    : INotificationHandler<Heard<AmendmentProposed>>,
        INotificationHandler<Heard<AmendmentAdopted>>,
        INotificationHandler<Heard<AmendmentRejected>>,
        INotificationHandler<Heard<AmendmentWithdrawn>>,
        INotificationHandler<Heard<AmendmentOutdated>>,
        INotificationHandler<Heard<AmendmentMoved>>
{
    public Task Handle(Heard<AmendmentProposed> notification, CancellationToken cancellationToken) =>
        TellAsync(notification.Event.DocumentId);

    public Task Handle(Heard<AmendmentAdopted> notification, CancellationToken cancellationToken) =>
        TellAsync(notification.Event.DocumentId);

    public Task Handle(Heard<AmendmentRejected> notification, CancellationToken cancellationToken) =>
        TellAsync(notification.Event.DocumentId);

    public Task Handle(Heard<AmendmentWithdrawn> notification, CancellationToken cancellationToken) =>
        TellAsync(notification.Event.DocumentId);

    public Task Handle(Heard<AmendmentOutdated> notification, CancellationToken cancellationToken) =>
        TellAsync(notification.Event.DocumentId);

    public async Task Handle(Heard<AmendmentMoved> notification, CancellationToken cancellationToken)
    {
        await TellAsync(notification.Event.FromDocumentId);
        await TellAsync(notification.Event.DocumentId);
    }

    private Task TellAsync(Guid documentId)
    {
        documents.Find(documentId)?.Audience.Tell(client => client.Amended(documentId));
        return Task.CompletedTask;
    }
}

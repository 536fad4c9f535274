using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Features.Deliberate.Drafting.Live;
using Deliberation.Web.Platform.Messaging;
using MediatR;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>Open pages hear at once that something was said in the margin of their text.</summary>
internal sealed class WhenCommented(LiveDocuments documents)
    : INotificationHandler<Heard<CommentWritten>>,
        INotificationHandler<Heard<CommentAnswered>>,
        INotificationHandler<Heard<CommentResolved>>,
        INotificationHandler<Heard<CommentReopened>>,
        INotificationHandler<Heard<CommentMoved>>
{
    public Task Handle(Heard<CommentWritten> notification, CancellationToken cancellationToken) =>
        TellAsync(notification.Event.DocumentId);

    public Task Handle(Heard<CommentAnswered> notification, CancellationToken cancellationToken) =>
        TellAsync(notification.Event.DocumentId);

    public Task Handle(Heard<CommentResolved> notification, CancellationToken cancellationToken) =>
        TellAsync(notification.Event.DocumentId);

    public Task Handle(Heard<CommentReopened> notification, CancellationToken cancellationToken) =>
        TellAsync(notification.Event.DocumentId);

    public async Task Handle(Heard<CommentMoved> notification, CancellationToken cancellationToken)
    {
        await TellAsync(notification.Event.FromDocumentId);
        await TellAsync(notification.Event.DocumentId);
    }

    private Task TellAsync(Guid documentId)
    {
        documents.Find(documentId)?.Audience.Tell(client => client.Commented(documentId));
        return Task.CompletedTask;
    }
}

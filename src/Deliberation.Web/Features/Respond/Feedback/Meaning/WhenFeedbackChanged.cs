using Deliberation.Domain.Respond.Feedback;
using Deliberation.Web.Platform.Messaging;
using Deliberation.Web.Platform.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Web.Features.Respond.Feedback.Meaning;

/// <summary>Whenever the public words of a feedback change, the next round reads them; whoever acted waits for nothing.</summary>
internal sealed class WhenFeedbackChanged(DeliberationDb db, TimeProvider clock)
    : INotificationHandler<Happened<FeedbackPublished>>,
        INotificationHandler<Happened<FeedbackRedacted>>,
        INotificationHandler<Happened<FeedbackMaskedAgain>>,
        INotificationHandler<Happened<FeedbackTakenDown>>,
        INotificationHandler<Happened<FeedbackWithdrawn>>
{
    public Task Handle(Happened<FeedbackPublished> notification, CancellationToken cancellationToken) =>
        AskAsync(notification.Event.Number, cancellationToken);

    public Task Handle(Happened<FeedbackRedacted> notification, CancellationToken cancellationToken) =>
        AskAsync(notification.Event.Number, cancellationToken);

    public Task Handle(Happened<FeedbackMaskedAgain> notification, CancellationToken cancellationToken) =>
        AskAsync(notification.Event.Number, cancellationToken);

    public Task Handle(Happened<FeedbackTakenDown> notification, CancellationToken cancellationToken) =>
        AskAsync(notification.Event.Subject, cancellationToken);

    public Task Handle(Happened<FeedbackWithdrawn> notification, CancellationToken cancellationToken) =>
        AskAsync(notification.Event.Subject, cancellationToken);

    private async Task AskAsync(string number, CancellationToken cancellationToken)
    {
        var id = await db.Set<UserFeedback>()
            .Where(feedback => feedback.Number == number)
            .Select(feedback => feedback.Id)
            .FirstAsync(cancellationToken);
        db.Add(new FeedbackToRead { Id = Guid.CreateVersion7(clock.GetUtcNow()), FeedbackId = id });
        await db.SaveChangesAsync(cancellationToken);
    }
}

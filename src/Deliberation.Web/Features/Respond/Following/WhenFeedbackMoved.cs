using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Following;
using Deliberation.Web.Platform.Messaging;
using Deliberation.Web.Platform.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Web.Features.Respond.Following;

/// <summary>Marks the author who left an address when their feedback moves, and forgets the address with the feedback.</summary>
internal sealed class WhenFeedbackMoved(DeliberationDb db)
    : INotificationHandler<Happened<FeedbackPublished>>,
        INotificationHandler<Happened<FeedbackWithheld>>,
        INotificationHandler<Happened<FeedbackTakenDown>>,
        INotificationHandler<Happened<FeedbackPassedOn>>,
        INotificationHandler<Happened<FeedbackLinked>>,
        INotificationHandler<Happened<FeedbackAnswered>>,
        INotificationHandler<Happened<FeedbackWithdrawn>>,
        INotificationHandler<Happened<FeedbackErased>>
{
    public Task Handle(Happened<FeedbackPublished> notification, CancellationToken cancellationToken) =>
        MarkAsync(notification.Event.Number, notification.Event.At, cancellationToken);

    public Task Handle(Happened<FeedbackWithheld> notification, CancellationToken cancellationToken) =>
        MarkAsync(notification.Event.Number, notification.Event.At, cancellationToken);

    public Task Handle(Happened<FeedbackTakenDown> notification, CancellationToken cancellationToken) =>
        MarkAsync(notification.Event.Subject, notification.Event.At, cancellationToken);

    public Task Handle(Happened<FeedbackPassedOn> notification, CancellationToken cancellationToken) =>
        MarkAsync(notification.Event.Number, notification.Event.At, cancellationToken);

    public Task Handle(Happened<FeedbackLinked> notification, CancellationToken cancellationToken) =>
        MarkAsync(notification.Event.Subject, notification.Event.At, cancellationToken);

    public Task Handle(Happened<FeedbackAnswered> notification, CancellationToken cancellationToken) =>
        MarkAsync(notification.Event.Subject, notification.Event.At, cancellationToken);

    public Task Handle(Happened<FeedbackWithdrawn> notification, CancellationToken cancellationToken) =>
        ForgetAsync(notification.Event.Subject, cancellationToken);

    public Task Handle(Happened<FeedbackErased> notification, CancellationToken cancellationToken) =>
        ForgetAsync(notification.Event.Number, cancellationToken);

    private Task MarkAsync(string number, DateTimeOffset at, CancellationToken cancellationToken) =>
        db.TellOfNewsAsync(
            Followers(number).Where(row => row.ConfirmedAt != null && row.ToldUpTo < at),
            at,
            cancellationToken
        );

    private async Task ForgetAsync(string number, CancellationToken cancellationToken)
    {
        db.RemoveRange(await Followers(number).ToListAsync(cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
    }

    private IQueryable<Subscription> Followers(string number)
    {
        var told = db.Set<UserFeedback>()
            .Where(feedback => feedback.Number == number)
            .Select(feedback => feedback.Id);
        return db.Set<Subscription>()
            .Where(row => row.Topic == SubscriptionTopic.OwnFeedback && told.Contains(row.TopicId));
    }
}

using Deliberation.Domain.Respond.Following;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Features.Respond.Feedback;
using Deliberation.Web.Platform.Messaging;
using Deliberation.Web.Platform.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Web.Features.Respond.Following;

/// <summary>
/// Marks those who follow an answered proposition, its opinion or its body, and those whose feedback speaks of it: the
/// next rounds write to them.
/// </summary>
internal sealed class WhenAnswered(DeliberationDb db) : INotificationHandler<Happened<TreatmentAnswered>>
{
    public async Task Handle(Happened<TreatmentAnswered> notification, CancellationToken cancellationToken)
    {
        var answered = notification.Event;
        var topics = await (
            from treatment in db.Set<Treatment>()
            from body in db.Set<Body>()
            where treatment.Id == answered.TreatmentId && body.Key == answered.Body
            select new
            {
                treatment.OpinionId,
                treatment.Reference,
                BodyId = body.Id,
            }
        ).FirstAsync(cancellationToken);
        var linked = db.Set<UserFeedback>().About(topics.Reference).Select(feedback => feedback.Id);
        var followers = db.Set<Subscription>()
            .Where(row => row.ConfirmedAt != null && row.ToldUpTo < answered.At)
            .Where(row =>
                (row.Topic == SubscriptionTopic.Proposition && row.TopicId == answered.TreatmentId)
                || (row.Topic == SubscriptionTopic.Opinion && row.TopicId == topics.OpinionId)
                || (row.Topic == SubscriptionTopic.Body && row.TopicId == topics.BodyId)
                || (row.Topic == SubscriptionTopic.OwnFeedback && linked.Contains(row.TopicId))
            );
        await db.TellOfNewsAsync(followers, answered.At, cancellationToken);
    }
}

using Deliberation.Domain.Respond.Following;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Platform.Messaging;
using Deliberation.Web.Platform.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Following;

/// <summary>Marks those who follow an answered proposition, its opinion or its body: the next rounds write to them.</summary>
internal sealed class WhenAnswered(DeliberationDb db) : INotificationHandler<Happened<TreatmentAnswered>>
{
    public async Task Handle(Happened<TreatmentAnswered> notification, CancellationToken cancellationToken)
    {
        var answered = notification.Event;
        var topics = await (
            from treatment in db.Set<Treatment>()
            from body in db.Set<Body>()
            where treatment.Id == answered.TreatmentId && body.Key == answered.Body
            select new { treatment.OpinionId, BodyId = body.Id }
        ).FirstAsync(cancellationToken);
        var followers = db.Set<Subscription>()
            .Where(row => row.ConfirmedAt != null && row.ToldUpTo < answered.At)
            .Where(row =>
                (row.Topic == SubscriptionTopic.Proposition && row.TopicId == answered.TreatmentId)
                || (row.Topic == SubscriptionTopic.Opinion && row.TopicId == topics.OpinionId)
                || (row.Topic == SubscriptionTopic.Body && row.TopicId == topics.BodyId)
            );
        if (!await followers.AnyAsync(cancellationToken))
        {
            return;
        }

        // A new revision makes a round that is writing at this moment begin again.
        await db.InOneTransactionAsync(
            () =>
                followers.ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(row => row.NewsAt, answered.At)
                            .SetProperty(row => row.Revision, row => row.Revision + 1),
                    cancellationToken
                ),
            cancellationToken
        );
    }
}

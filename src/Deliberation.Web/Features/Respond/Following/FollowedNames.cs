using Deliberation.Domain.Respond.Following;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Web.Features.Respond.Following;

/// <summary>Finds what an address of the tracker names, and says it in words.</summary>
internal sealed class FollowedNames(DeliberationDb db, FeatureTexts<FollowedNames> texts)
{
    /// <summary>Null when nothing has this name. Without any name, late answers are meant.</summary>
    /// <param name="opinion">An opinion's address: <c>avis-2026</c>.</param>
    /// <param name="proposition">A proposition's published name: <c>AC-2021-01-P12</c>.</param>
    /// <param name="body">A body's key.</param>
    public async Task<Followed?> FindAsync(
        string? opinion,
        string? proposition,
        string? body,
        CancellationToken cancellationToken
    )
    {
        if (string.IsNullOrEmpty(opinion + proposition + body))
        {
            return new Followed(SubscriptionTopic.LateAnswers, Guid.Empty);
        }

        var (topic, ids) =
            !string.IsNullOrEmpty(proposition)
                ? (
                    SubscriptionTopic.Proposition,
                    db.Set<Treatment>().Where(row => row.Reference == proposition).Select(row => row.Id)
                )
            : !string.IsNullOrEmpty(opinion)
                ? (
                    SubscriptionTopic.Opinion,
                    db.Set<OpinionTracker>().Where(row => row.Slug == opinion).Select(row => row.Id)
                )
            : (SubscriptionTopic.Body, db.Set<Body>().Where(row => row.Key == body).Select(row => row.Id));
        var found = await ids.Order().Take(1).ToListAsync(cancellationToken);
        return found.Count == 0 ? null : new Followed(topic, found[0]);
    }

    public async Task<string> SayAsync(Followed followed, CancellationToken cancellationToken) =>
        followed.Topic switch
        {
            SubscriptionTopic.Opinion => texts[
                "les réponses à l’avis « {0} »",
                await db.Set<OpinionTracker>()
                    .Where(row => row.Id == followed.Id)
                    .Select(row => row.Title)
                    .FirstAsync(cancellationToken)
            ],
            SubscriptionTopic.Proposition => texts[
                "les réponses à la proposition « {0} »",
                await db.Set<Treatment>()
                    .Where(row => row.Id == followed.Id)
                    .Select(row => row.Title)
                    .FirstAsync(cancellationToken)
            ],
            SubscriptionTopic.Body => texts[
                "les réponses de cet organisme : {0}",
                await db.Set<Body>()
                    .Where(row => row.Id == followed.Id)
                    .Select(row => row.Name)
                    .FirstAsync(cancellationToken)
            ],
            SubscriptionTopic.OwnFeedback => texts[
                "ce que devient votre retour {0}",
                await db.Set<UserFeedback>()
                    .Where(row => row.Id == followed.Id)
                    .Select(row => row.Number)
                    .FirstAsync(cancellationToken)
            ],
            _ => texts["les réponses en retard"],
        };
}

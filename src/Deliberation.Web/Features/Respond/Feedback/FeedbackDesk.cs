using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Respond.Feedback;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using Deliberation.Web.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>On the desk of moderators, the feedback to read; on that of agents, the feedback to answer.</summary>
internal sealed class FeedbackDesk(DeliberationDb db, Roles roles, FeatureTexts<FeedbackDesk> texts)
    : IDeskEntry
{
    public async Task<IReadOnlyList<DeskCard>> CardsAsync(Guid personId, CancellationToken cancellationToken)
    {
        var cards = new List<DeskCard>();
        if (await roles.HasAsync(personId, InstanceRole.Moderator))
        {
            var received = await db.Set<UserFeedback>()
                .CountAsync(feedback => feedback.Stage == FeedbackStage.Received, cancellationToken);
            cards.Add(
                new DeskCard(
                    texts["Lire et publier les retours"],
                    texts["Masquer ce qui identifie, publier, relier aux propositions."],
                    "/bureau/retours",
                    received
                )
            );
        }

        if (await roles.BodyOfAsync(personId) is { } body)
        {
            var entrusted = await ToAnswer.Waiting(db, body).CountAsync(cancellationToken);
            cards.Add(
                new DeskCard(
                    texts["Répondre aux retours"],
                    texts["Dire aux usagers ce que devient leur retour."],
                    "/bureau/retours/a-repondre",
                    entrusted
                )
            );
        }

        return cards;
    }
}

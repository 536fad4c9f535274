using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Feedback.Triage;
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
        var isModerator = await roles.HasAsync(personId, InstanceRole.Moderator);
        if (isModerator)
        {
            var received = db.Set<UserFeedback>().Where(feedback => feedback.Stage == FeedbackStage.Received);
            var urgent = await received.CountAsync(
                feedback => feedback.Severity == Severity.Urgent,
                cancellationToken
            );
            cards.Add(
                new DeskCard(
                    texts["Lire et publier les retours"],
                    urgent > 0
                        ? texts.Many(
                            urgent,
                            "{0} retour urgent : à lire tout de suite.",
                            "{0} retours urgents : à lire tout de suite."
                        )
                        : texts["Masquer ce qui identifie, publier, relier aux propositions."],
                    "/bureau/retours",
                    await received.CountAsync(cancellationToken)
                )
            );
        }

        if (isModerator && await ProposedAsync(cancellationToken) is > 0 and var proposed)
        {
            cards.Add(
                new DeskCard(
                    texts["Confirmer une décision"],
                    texts["Une première personne a proposé ; une seconde confirme ou refuse."],
                    "/bureau/retours?vue=Together",
                    proposed
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

    private Task<int> ProposedAsync(CancellationToken cancellationToken) =>
        db.Set<UserFeedback>().CountAsync(feedback => feedback.ProposedAt != null, cancellationToken);
}

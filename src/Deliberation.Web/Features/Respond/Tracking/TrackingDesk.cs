using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using Deliberation.Web.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>On the desk of agents: the propositions that wait for their body.</summary>
internal sealed class TrackingDesk(
    DeliberationDb db,
    Roles roles,
    TreatmentList treatments,
    FeatureTexts<TrackingDesk> texts
) : IDeskEntry
{
    private const int MostSchemes = 5;

    public async Task<IReadOnlyList<DeskCard>> CardsAsync(Guid personId, CancellationToken cancellationToken)
    {
        if (await roles.BodyOfAsync(personId) is not { } bodyId)
        {
            return await roles.HasAsync(personId, InstanceRole.Administrator)
                ? await SchemesToChooseAsync(cancellationToken)
                : [];
        }

        var body = await db.Set<Body>()
            .Where(body => body.Id == bodyId)
            .Select(body => body.Name)
            .SingleAsync(cancellationToken);
        var waiting = await Desk.Waiting(treatments.Rows(), bodyId).CountAsync(cancellationToken);
        return [new DeskCard(texts["Répondre aux propositions"], body, "/bureau/suivi", waiting)];
    }

    // The latest opinions whose answers have not begun: their scale can still be chosen.
    private async Task<IReadOnlyList<DeskCard>> SchemesToChooseAsync(CancellationToken cancellationToken)
    {
        var open = await db.Set<OpinionTracker>()
            .Where(tracker => !tracker.IsSchemeInUse)
            .OrderByDescending(tracker => tracker.OpenedAt)
            .Take(MostSchemes)
            .Select(tracker => new { tracker.Reference, tracker.Slug })
            .ToListAsync(cancellationToken);
        return
        [
            .. open.Select(tracker => new DeskCard(
                texts["Choisir l’échelle de statuts"],
                tracker.Reference,
                $"/bureau/avis/{tracker.Slug}/echelle"
            )),
        ];
    }
}

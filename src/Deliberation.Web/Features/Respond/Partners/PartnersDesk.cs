using Deliberation.Domain.Assemble.Membership;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Security;
using Deliberation.Web.Platform.Ui;

namespace Deliberation.Web.Features.Respond.Partners;

/// <summary>On the desk of administrators, the keys of partners’ programs.</summary>
internal sealed class PartnersDesk(Roles roles, FeatureTexts<PartnersDesk> texts) : IDeskEntry
{
    public async Task<IReadOnlyList<DeskCard>> CardsAsync(
        Guid personId,
        CancellationToken cancellationToken
    ) =>
        await roles.HasAsync(personId, InstanceRole.Administrator)
            ?
            [
                new DeskCard(
                    texts["Clés des partenaires"],
                    texts["Laisser le programme d’un hôpital ou d’une association transmettre des retours."],
                    "/bureau/cles"
                ),
            ]
            : [];
}

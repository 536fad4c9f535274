using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using Deliberation.Web.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using Member = Deliberation.Domain.Assemble.Membership.Membership;

namespace Deliberation.Web.Features.Assemble.Membership;

/// <summary>On the desk: opening spaces and naming people for administrators, the members of their spaces for facilitators.</summary>
internal sealed class MembershipDesk(
    DeliberationDb db,
    Roles roles,
    FeatureTexts<MembershipDesk> texts,
    TimeProvider clock
) : IDeskEntry
{
    public async Task<IReadOnlyList<DeskCard>> CardsAsync(Guid personId, CancellationToken cancellationToken)
    {
        var isAdministrator = await roles.HasAsync(personId, InstanceRole.Administrator);
        var places = await PlacesAsync(personId, isAdministrator, cancellationToken);
        return [.. isAdministrator ? Administration() : [], .. places];
    }

    private IEnumerable<DeskCard> Administration() =>
        [
            new(
                texts["Ouvrir un dispositif"],
                texts["Le mandat, le calendrier, puis les invitations."],
                "/bureau/dispositifs/nouveau"
            ),
            new(
                texts["Personnes et rôles"],
                texts["Nommer les agents, la modération et l’administration."],
                "/bureau/personnes"
            ),
        ];

    private async Task<IEnumerable<DeskCard>> PlacesAsync(
        Guid personId,
        bool isAdministrator,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var spaces = await db.Set<Space>()
            .Where(space =>
                isAdministrator
                || db.Set<Member>()
                    .Any(member =>
                        member.SpaceId == space.Id
                        && member.PersonId == personId
                        && member.Role == SpaceRole.Facilitator
                        && member.EndedAt == null
                    )
            )
            .OrderByDescending(space => space.OpenedAt)
            .Take(30)
            .Select(space => new
            {
                space.Slug,
                space.Title,
                Waiting = db.Set<Invitation>()
                    .Count(invitation =>
                        invitation.SpaceId == space.Id
                        && invitation.AcceptedAt == null
                        && invitation.RevokedAt == null
                        && invitation.ExpiresAt > now
                    ),
            })
            .ToListAsync(cancellationToken);
        return spaces.Select(space => new DeskCard(
            texts["Inviter et accueillir"],
            space.Title,
            $"/bureau/dispositifs/{space.Slug}/invitations",
            space.Waiting
        ));
    }
}

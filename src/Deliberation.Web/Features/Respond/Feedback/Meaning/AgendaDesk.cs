using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Respond.Feedback.Meaning;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using Deliberation.Web.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using Member = Deliberation.Domain.Assemble.Membership.Membership;

namespace Deliberation.Web.Features.Respond.Feedback.Meaning;

/// <summary>On the desk of facilitators and moderators, the subjects that a committee must take up.</summary>
internal sealed class AgendaDesk(DeliberationDb db, Roles roles, FeatureTexts<AgendaDesk> texts) : IDeskEntry
{
    public async Task<IReadOnlyList<DeskCard>> CardsAsync(Guid personId, CancellationToken cancellationToken)
    {
        var facilitates = await db.Set<Member>()
            .AnyAsync(
                member =>
                    member.PersonId == personId
                    && member.EndedAt == null
                    && member.Role == SpaceRole.Facilitator,
                cancellationToken
            );
        if (!facilitates && !await roles.HasAsync(personId, InstanceRole.Moderator))
        {
            return [];
        }

        var due = await Due.Of(db).CountAsync(cancellationToken);
        return
        [
            new DeskCard(
                texts["Mettre des sujets à l’ordre du jour"],
                texts["Assez de retours en parlent : un comité doit les examiner."],
                Due.Address,
                due
            ),
        ];
    }
}

using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using Deliberation.Web.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Verdicts;

/// <summary>On the desk of administrators: on what terms the members of each space judge answers.</summary>
internal sealed class TermsDesk(DeliberationDb db, Roles roles, FeatureTexts<TermsDesk> texts) : IDeskEntry
{
    private const int Most = 30;

    public async Task<IReadOnlyList<DeskCard>> CardsAsync(Guid personId, CancellationToken cancellationToken)
    {
        if (!await roles.HasAsync(personId, InstanceRole.Administrator))
        {
            return [];
        }

        var spaces = await db.Set<Space>()
            .OrderByDescending(space => space.OpenedAt)
            .Take(Most)
            .Select(space => new { space.Slug, space.Title })
            .ToListAsync(cancellationToken);
        return
        [
            .. spaces.Select(space => new DeskCard(
                texts["Conditions d’appréciation"],
                space.Title,
                $"/bureau/dispositifs/{space.Slug}/appreciations"
            )),
        ];
    }
}

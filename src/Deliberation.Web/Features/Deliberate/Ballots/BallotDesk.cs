using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Domain.Deliberate.Ballots;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using Member = Deliberation.Domain.Assemble.Membership.Membership;

namespace Deliberation.Web.Features.Deliberate.Ballots;

/// <summary>On the desk of facilitators: the votes of their spaces, and the opinions to assemble.</summary>
internal sealed class BallotDesk(DeliberationDb db, FeatureTexts<BallotDesk> texts) : IDeskEntry
{
    public async Task<IReadOnlyList<DeskCard>> CardsAsync(Guid personId, CancellationToken cancellationToken)
    {
        var spaces = await (
            from member in db.Set<Member>()
            join space in db.Set<Space>() on member.SpaceId equals space.Id
            where member.PersonId == personId && member.EndedAt == null
            where member.Role == SpaceRole.Facilitator
            orderby space.OpenedAt descending
            select new
            {
                space.Slug,
                space.Title,
                Open = db.Set<Ballot>()
                    .Count(ballot => ballot.SpaceId == space.Id && ballot.State == BallotState.Open),
                HasDraft = db.Set<Draft>().Any(draft => draft.SpaceId == space.Id),
            }
        )
            .Take(30)
            .ToListAsync(cancellationToken);
        return
        [
            .. spaces.Select(space => new DeskCard(
                texts["Conduire les scrutins"],
                space.Title,
                $"/dispositifs/{space.Slug}/scrutins",
                space.Open
            )),
            .. spaces
                .Where(space => space.HasDraft)
                .Select(space => new DeskCard(
                    texts["Assembler un avis"],
                    space.Title,
                    $"/dispositifs/{space.Slug}/avis/assembler"
                )),
        ];
    }
}

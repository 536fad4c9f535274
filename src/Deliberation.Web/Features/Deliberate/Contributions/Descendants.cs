using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Contributions;

/// <summary>What came of a contribution: the proposals drawn from it, as far as the reader may see them.</summary>
internal sealed class Descendants(DeliberationDb db, Roles roles) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Guid contributionId, string slug)
    {
        var inside =
            UserClaimsPrincipal.FindPersonId() is { } person
            && await roles.InSpaceAsync(person, slug) is not null;
        var proposals = await db.Set<Proposal>()
            .AsNoTracking()
            .Where(proposal => proposal.Origins.Any(origin => origin.ContributionId == contributionId))
            .Where(proposal => inside || proposal.State == ProposalState.Adopted)
            .OrderBy(proposal => proposal.Position)
            .Take(100)
            .Select(proposal => new Line(proposal.Id, proposal.DocumentId, proposal.Title, proposal.State))
            .ToListAsync();
        return View(
            "~/Features/Deliberate/Contributions/_Descendants.cshtml",
            new Found(slug, inside, proposals)
        );
    }

    public sealed record Found(string Slug, bool Inside, IReadOnlyList<Line> Proposals);

    public sealed record Line(Guid Id, Guid DocumentId, string Title, ProposalState State);
}

using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Domain.Publish.Opinions;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Member = Deliberation.Domain.Assemble.Membership.Membership;

namespace Deliberation.Web.Features.Publish.MinorityPositions;

/// <summary>
/// Tells a member which opinions are being assembled, where they may still dissent:
/// <c>@await Component.InvokeAsync("OpenToDissent")</c>. Writes nothing when there is none.
/// </summary>
internal sealed class OpenToDissent(DeliberationDb db) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(string? slug = null)
    {
        var me = HttpContext.User.PersonId();
        var open = await (
            from opinion in db.Set<Opinion>()
            join space in db.Set<Space>() on opinion.SpaceId equals space.Id
            join member in db.Set<Member>() on space.Id equals member.SpaceId
            where slug == null || space.Slug == slug
            where member.PersonId == me && member.EndedAt == null
            where SpaceRoles.Voters.Contains(member.Role)
            where
                db.Set<Proposition>()
                    .Any(request =>
                        request.OpinionId == opinion.Id
                        && request.EditionNumber == opinion.CurrentEdition + 1
                        && !db.Set<Proposition>()
                            .Any(earlier =>
                                earlier.OpinionId == opinion.Id
                                && earlier.ProposalId == request.ProposalId
                                && earlier.EditionNumber <= opinion.CurrentEdition
                            )
                    )
            orderby opinion.ChangedAt descending
            select new Open(space.Slug, opinion.Slug, opinion.Title, opinion.Language)
        )
            .Take(20)
            .ToListAsync(HttpContext.RequestAborted);
        return open.Count == 0 ? Content("") : View("/Features/Publish/MinorityPositions/_Open.cshtml", open);
    }

    public sealed record Open(string Space, string Slug, string Title, string Language);
}

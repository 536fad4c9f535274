using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Domain.Publish.Opinions;
using Deliberation.Web.Features.Publish.MinorityPositions;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Publish.Opinions;

/// <summary>The edition that was assembled, exactly as it will be published.</summary>
[Authorize(Policy = Policies.SpaceFacilitator)]
internal sealed class Preview(IMediator mediator) : PageModel
{
    public Read.Result Data { get; private set; } = null!; // set before the page is shown

    public async Task<IActionResult> OnGetAsync(string slug, string avis, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new Query(slug, avis), cancellationToken) is not { } found)
        {
            return NotFound();
        }

        Data = found;
        return Page();
    }

    public sealed record Query(string Slug, string Avis) : IRequest<Read.Result?>;

    internal sealed class Handler(DeliberationDb db, PositionReader positions)
        : IRequestHandler<Query, Read.Result?>
    {
        public async Task<Read.Result?> Handle(Query request, CancellationToken cancellationToken)
        {
            var opinion = await db.Set<Opinion>()
                .AsNoTracking()
                .Whole()
                .FirstOrDefaultAsync(
                    opinion => opinion.Slug == request.Avis && opinion.SpaceSlug == request.Slug,
                    cancellationToken
                );
            if (opinion?.Pending is not { } edition)
            {
                return null;
            }

            var space = await db.Set<Space>()
                .AsNoTracking()
                .SingleAsync(space => space.Id == opinion.SpaceId, cancellationToken);
            return new Read.Result(
                opinion,
                edition,
                space,
                EditionTexts.Render(edition),
                await positions.OfAsync(opinion, edition, cancellationToken),
                IsPreview: true
            );
        }
    }
}

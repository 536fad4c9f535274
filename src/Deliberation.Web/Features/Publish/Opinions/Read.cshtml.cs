using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Domain.Publish.Opinions;
using Deliberation.Web.Features.Publish.MinorityPositions;
using Deliberation.Web.Platform.Caching;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Publish.Opinions;

/// <summary>An opinion in full, as it was published.</summary>
[AllowAnonymous]
[SameForEveryone]
internal sealed class Read(IMediator mediator, Roles roles) : PageModel
{
    public Result Data { get; private set; } = null!; // set before the page is shown

    public bool Facilitates { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new Query(slug, Edition: null), cancellationToken) is not { } found)
        {
            return NotFound();
        }

        Data = found;
        Facilitates =
            User.FindPersonId() is { } person
            && (await roles.InSpaceAsync(person, found.Space.Slug))?.Facilitates() is true;
        return Page();
    }

    /// <param name="Edition">Null for the one that readers get first.</param>
    public sealed record Query(string Slug, int? Edition) : IRequest<Result?>;

    /// <param name="Positions">The minority positions, by the proposal each does not share.</param>
    /// <param name="IsPreview">The edition is not published: nobody but its facilitator sees it.</param>
    public sealed record Result(
        Opinion Opinion,
        Edition Edition,
        Space Space,
        EditionTexts Texts,
        ILookup<Guid, PositionShown> Positions,
        bool IsPreview
    );

    internal sealed class Handler(DeliberationDb db, PositionReader positions)
        : IRequestHandler<Query, Result?>
    {
        public async Task<Result?> Handle(Query request, CancellationToken cancellationToken)
        {
            var opinion = await db.Set<Opinion>()
                .AsNoTracking()
                .Whole()
                .FirstOrDefaultAsync(
                    opinion => opinion.Slug == request.Slug && opinion.CurrentEdition > 0,
                    cancellationToken
                );
            var number = request.Edition ?? opinion?.CurrentEdition;
            var edition = opinion?.Editions.FirstOrDefault(edition =>
                edition.Number == number && edition.IsPublished
            );
            if (opinion is null || edition is null)
            {
                return null;
            }

            var texts = await db.Set<RenderedText>()
                .AsNoTracking()
                .Where(text => text.OpinionId == opinion.Id && text.EditionNumber == edition.Number)
                .ToListAsync(cancellationToken);
            var space = await db.Set<Space>()
                .AsNoTracking()
                .SingleAsync(space => space.Id == opinion.SpaceId, cancellationToken);
            return new Result(
                opinion,
                edition,
                space,
                EditionTexts.Kept(texts),
                await positions.OfAsync(opinion, edition, cancellationToken),
                IsPreview: false
            );
        }
    }
}

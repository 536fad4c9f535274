using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Domain.Deliberate.Contributions;
using Deliberation.Web.Platform.Caching;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Contributions;

/// <summary>One contribution at an address of its own, with what makes it citable and what came of it.</summary>
[AllowAnonymous]
[SameForEveryone]
internal sealed class Show(IMediator mediator, Roles roles, ThemeNames themes) : PageModel
{
    public Result Data { get; private set; } = null!; // set before the page is shown

    public string Slug { get; private set; } = "";

    public string? Theme { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, Guid id, CancellationToken cancellationToken)
    {
        var inside = User.FindPersonId() is { } person && await roles.InSpaceAsync(person, slug) is not null;
        if (await mediator.Send(new Query(slug, id, inside), cancellationToken) is not { } found)
        {
            return await mediator.Send(new Elsewhere(id), cancellationToken) is { } home
                ? RedirectPermanent($"/dispositifs/{home}/contributions/{id}")
                : NotFound();
        }

        (Slug, Data) = (slug, found);
        Theme = await themes.OfAsync(found.Contribution.Theme, cancellationToken);
        return Page();
    }

    public sealed record Query(string Slug, Guid Id, bool Inside) : IRequest<Result?>;

    /// <summary>The address of the space a public contribution belongs to: proposals of any space may cite it.</summary>
    public sealed record Elsewhere(Guid Id) : IRequest<string?>;

    public sealed record Result(Contribution Contribution, string SpaceTitle);

    internal sealed class Handler(DeliberationDb db)
        : IRequestHandler<Query, Result?>,
            IRequestHandler<Elsewhere, string?>
    {
        public Task<string?> Handle(Elsewhere request, CancellationToken cancellationToken) =>
            (
                from contribution in db.Set<Contribution>()
                join space in db.Set<Space>() on contribution.SpaceId equals space.Id
                where contribution.Id == request.Id && contribution.IsPublic
                select (string?)space.Slug
            ).FirstOrDefaultAsync(cancellationToken);

        public Task<Result?> Handle(Query request, CancellationToken cancellationToken) =>
            (
                from contribution in db.Set<Contribution>().AsNoTracking()
                join space in db.Set<Space>() on contribution.SpaceId equals space.Id
                where space.Slug == request.Slug && contribution.Id == request.Id
                where contribution.IsPublic || request.Inside
                select new Result(contribution, space.Title)
            ).FirstOrDefaultAsync(cancellationToken);
    }
}

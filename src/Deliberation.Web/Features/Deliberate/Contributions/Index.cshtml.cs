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

/// <summary>The raw material of a space: the public part for everyone, all of it for its members.</summary>
[AllowAnonymous]
[SameForEveryone]
internal sealed class Index(IMediator mediator, Roles roles, ThemeNames themes) : PageModel
{
    private const int PageSize = 30;

    [BindProperty(SupportsGet = true, Name = "theme")]
    public string? Theme { get; set; }

    [BindProperty(SupportsGet = true, Name = "genre")]
    public ContributionKind? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public string Slug { get; private set; } = "";

    public Result Data { get; private set; } = null!; // set before the page is shown

    public bool MayWrite { get; private set; }

    public IReadOnlyDictionary<string, string> Themes { get; private set; } =
        new Dictionary<string, string>();

    public int Pages => Math.Max(1, (int)Math.Ceiling(Data.Count / (double)PageSize));

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        var role = User.FindPersonId() is { } person ? await roles.InSpaceAsync(person, slug) : null;
        var query = new Query(slug, Theme, Kind, role is not null, Math.Clamp(PageNumber, 1, 10_000));
        if (await mediator.Send(query, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        (Slug, Data, Themes) = (slug, found, await themes.AllAsync(cancellationToken));
        MayWrite = role is { } known && Domain.Assemble.Membership.SpaceRoles.Writes(known);
        return Page();
    }

    public sealed record Query(string Slug, string? Theme, ContributionKind? Kind, bool Inside, int Page)
        : IRequest<Result?>;

    public sealed record Result(string SpaceTitle, IReadOnlyList<Line> Contributions, int Count);

    public sealed record Line(
        Guid Id,
        ContributionKind Kind,
        string Label,
        string Text,
        string? Figure,
        string? Theme,
        bool IsPublic
    );

    internal sealed class Handler(DeliberationDb db) : IRequestHandler<Query, Result?>
    {
        public async Task<Result?> Handle(Query request, CancellationToken cancellationToken)
        {
            var space = await db.Set<Space>()
                .Where(space => space.Slug == request.Slug)
                .Select(space => new { space.Id, space.Title })
                .FirstOrDefaultAsync(cancellationToken);
            if (space is null)
            {
                return null;
            }

            var contributions = db.Set<Contribution>()
                .AsNoTracking()
                .Where(contribution =>
                    contribution.SpaceId == space.Id && (contribution.IsPublic || request.Inside)
                )
                .Where(contribution => request.Theme == null || contribution.Theme == request.Theme)
                .Where(contribution => request.Kind == null || contribution.Kind == request.Kind);
            return new Result(
                space.Title,
                await PageAsync(contributions, request.Page, cancellationToken),
                await contributions.CountAsync(cancellationToken)
            );
        }

        private static Task<List<Line>> PageAsync(
            IQueryable<Contribution> contributions,
            int page,
            CancellationToken token
        ) =>
            contributions
                .OrderByDescending(contribution => contribution.MadeAt)
                .ThenBy(contribution => contribution.Id)
                .Skip((page - 1) * PageSize)
                .Take(PageSize)
                .Select(contribution => new Line(
                    contribution.Id,
                    contribution.Kind,
                    contribution.Provenance.Label,
                    contribution.Text,
                    contribution.Figure,
                    contribution.Theme,
                    contribution.IsPublic
                ))
                .ToListAsync(token);
    }
}

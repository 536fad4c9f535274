using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Web.Platform.Caching;
using Deliberation.Web.Platform.Persistence;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Assemble.Spaces;

/// <summary>Every participatory process, the running ones first.</summary>
[AllowAnonymous]
[SameForEveryone]
internal sealed class Index(IMediator mediator) : PageModel
{
    private const int PageSize = 24;

    [BindProperty(SupportsGet = true, Name = "genre")]
    public SpaceKind? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public Result Data { get; private set; } = new([], 0);

    public int Pages => Math.Max(1, (int)Math.Ceiling(Data.Count / (double)PageSize));

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Data = await mediator.Send(new Query(Kind, Math.Clamp(PageNumber, 1, 10_000)), cancellationToken);

    public sealed record Query(SpaceKind? Kind, int Page) : IRequest<Result>;

    public sealed record Result(IReadOnlyList<Line> Spaces, int Count);

    public sealed record Line(
        string Slug,
        SpaceKind Kind,
        string Title,
        string Question,
        int Seats,
        DateOnly? From,
        DateOnly? To
    );

    internal sealed class Handler(DeliberationDb db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var spaces = db.Set<Space>()
                .AsNoTracking()
                .Where(space => request.Kind == null || space.Kind == request.Kind);
            var count = await spaces.CountAsync(cancellationToken);
            var lines = await spaces
                .OrderByDescending(space => space.OpenedAt)
                .Skip((request.Page - 1) * PageSize)
                .Take(PageSize)
                .Select(space => new Line(
                    space.Slug,
                    space.Kind,
                    space.Title,
                    space.Mandate.Question,
                    space.Seats,
                    space.Phases.Min(phase => phase.From),
                    space.Phases.Max(phase => phase.To)
                ))
                .ToListAsync(cancellationToken);
            return new Result(lines, count);
        }
    }
}

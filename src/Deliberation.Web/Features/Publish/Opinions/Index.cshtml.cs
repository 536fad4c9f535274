using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Domain.Publish.Opinions;
using Deliberation.Web.Platform.Caching;
using Deliberation.Web.Platform.Persistence;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Publish.Opinions;

/// <summary>All published opinions, the latest first.</summary>
[AllowAnonymous]
[SameForEveryone]
internal sealed class Index(IMediator mediator) : PageModel
{
    public Result Data { get; private set; } = new([], 1);

    [FromQuery(Name = "p")]
    public int Number { get; set; } = 1;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Number = Math.Clamp(Number, 1, 1_000);
        Data = await mediator.Send(new Query(Number), cancellationToken);
    }

    public sealed record Query(int Page) : IRequest<Result>;

    public sealed record Result(IReadOnlyList<Line> Opinions, int Pages);

    public sealed record Line(
        string Slug,
        string Reference,
        string Title,
        string Language,
        string SpaceTitle,
        DateTimeOffset? PublishedAt,
        int Propositions
    );

    internal sealed class Handler(DeliberationDb db) : IRequestHandler<Query, Result>
    {
        private const int PageSize = 20;

        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var published = db.Set<Opinion>().AsNoTracking().Where(opinion => opinion.CurrentEdition > 0);
            var count = await published.CountAsync(cancellationToken);
            var lines = await (
                from opinion in published
                join space in db.Set<Space>() on opinion.SpaceId equals space.Id
                orderby opinion.FirstPublishedAt descending
                select new Line(
                    opinion.Slug,
                    opinion.Reference,
                    opinion.Title,
                    opinion.Language,
                    space.Title,
                    opinion.FirstPublishedAt,
                    db.Set<Proposition>()
                        .Count(request =>
                            request.OpinionId == opinion.Id && request.EditionNumber == opinion.CurrentEdition
                        )
                )
            )
                .Skip((request.Page - 1) * PageSize)
                .Take(PageSize)
                .ToListAsync(cancellationToken);
            return new Result(lines, Math.Max(1, (count + PageSize - 1) / PageSize));
        }
    }
}

using Deliberation.Web.Features.Search;
using Deliberation.Web.Platform.Caching;
using Deliberation.Web.Platform.Persistence;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Information;

/// <summary>Every kind of page, and the spaces and opinions by name.</summary>
[AllowAnonymous]
[SameForEveryone]
internal sealed class SiteMap(IMediator mediator) : PageModel
{
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Lines = await mediator.Send(new Query(), cancellationToken);

    public sealed record Query : IRequest<IReadOnlyList<Line>>;

    public sealed record Line(SearchKind Kind, string Address, string Title, string Language);

    internal sealed class Handler(DeliberationDb db) : IRequestHandler<Query, IReadOnlyList<Line>>
    {
        private const int MostLines = 300;

        public async Task<IReadOnlyList<Line>> Handle(Query request, CancellationToken cancellationToken) =>
            await db.Set<SearchEntry>()
                .Where(entry => entry.Kind == SearchKind.Space || entry.Kind == SearchKind.Opinion)
                .OrderByDescending(entry => entry.At)
                .Take(MostLines)
                .Select(entry => new Line(entry.Kind, entry.Address, entry.Title, entry.Language))
                .ToListAsync(cancellationToken);
    }
}

using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Search;

/// <summary>Finds what is public by its words. The address holds the question, so a search can be shared.</summary>
[AllowAnonymous]
internal sealed class Ask(IMediator mediator) : PageModel
{
    private const int PageSize = 20;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Typed { get; set; }

    [BindProperty(SupportsGet = true, Name = "genre")]
    public SearchKind? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public SearchTerms Terms { get; private set; } = SearchTerms.Read("");

    public Result Data { get; private set; } = new([], 0);

    public int Pages => Math.Max(1, (int)Math.Ceiling(Data.Count / (double)PageSize));

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Terms = SearchTerms.Read(Typed);
        PageNumber = Math.Clamp(PageNumber, 1, 1_000);
        if (!Terms.IsEmpty)
        {
            Data = await mediator.Send(new Query(Terms, Kind, PageNumber), cancellationToken);
        }
    }

    public sealed record Query(SearchTerms Terms, SearchKind? Kind, int Page) : IRequest<Result>;

    public sealed record Result(IReadOnlyList<SearchEntry> Entries, int Count);

    internal sealed class Handler(Searching searching) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var found = searching.Find(request.Terms, request.Kind);
            var entries = await found
                .Skip((request.Page - 1) * PageSize)
                .Take(PageSize)
                .ToListAsync(cancellationToken);
            return new Result(entries, await found.CountAsync(cancellationToken));
        }
    }
}

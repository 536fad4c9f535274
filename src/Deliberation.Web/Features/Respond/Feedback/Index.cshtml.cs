using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Feedback.Triage;
using Deliberation.Web.Platform.Caching;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>The order of the public list.</summary>
public enum FeedbackOrder
{
    Newest = 1,
    Oldest = 2,
    Worst = 3,
    Best = 4,
}

/// <summary>Everything patients said in public, with what came of it.</summary>
[AllowAnonymous]
[SameForEveryone]
internal sealed class Index(IMediator mediator, FeedbackFigures figures, IOptions<ModerationPromise> promise)
    : PageModel
{
    [BindProperty(SupportsGet = true, Name = "partie")]
    public Part? Part { get; set; }

    [BindProperty(SupportsGet = true, Name = "note")]
    public Mark? Mark { get; set; }

    [BindProperty(SupportsGet = true, Name = "etat")]
    public FeedbackStage? Stage { get; set; }

    [BindProperty(SupportsGet = true, Name = "proposition")]
    public string? Proposition { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "tri")]
    public FeedbackOrder Order { get; set; } = FeedbackOrder.Newest;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public FoundFeedback Data { get; private set; } = new([], 0, IsMore: false);

    public DecisionTarget Target => promise.Value.Target;

    public Figures Figures { get; private set; } = null!; // set before the page is written

    public int Pages => Math.Max(1, (int)Math.Ceiling(Data.Count / (double)PublicFeedbackList.PageSize));

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Figures = await figures.GetAsync(cancellationToken);
        PageNumber = Math.Clamp(PageNumber, 1, PublicFeedbackList.Most / PublicFeedbackList.PageSize);
        var filter = new FeedbackFilter(Part, Mark, Stage, Proposition, Words);
        Data = await mediator.Send(new Query(filter, Order, PageNumber), cancellationToken);
    }

    public sealed record Query(FeedbackFilter Filter, FeedbackOrder Order, int Page)
        : IRequest<FoundFeedback>;

    internal sealed class Handler(PublicFeedbackList list) : IRequestHandler<Query, FoundFeedback>
    {
        public Task<FoundFeedback> Handle(Query request, CancellationToken cancellationToken) =>
            list.FindAsync(request.Filter, request.Order, request.Page, cancellationToken);
    }
}

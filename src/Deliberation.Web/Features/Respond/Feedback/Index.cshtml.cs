using Deliberation.Domain.Respond.Feedback;
using Deliberation.Web.Platform.Caching;
using Deliberation.Web.Platform.Persistence;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

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
internal sealed class Index(IMediator mediator, FeedbackFigures figures) : PageModel
{
    private const int PageSize = 20;

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

    public Result Data { get; private set; } = new([], 0);

    public Figures Figures { get; private set; } = null!; // set before the page is written

    public int Pages => Math.Max(1, (int)Math.Ceiling(Data.Count / (double)PageSize));

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Figures = await figures.GetAsync(cancellationToken);
        var filter = new Filter(Part, Mark, Stage, Proposition, Words);
        Data = await mediator.Send(
            new Query(filter, Order, Math.Clamp(PageNumber, 1, 100_000)),
            cancellationToken
        );
    }

    public sealed record Filter(
        Part? Part,
        Mark? Mark,
        FeedbackStage? Stage,
        string? Proposition,
        string? Words
    );

    public sealed record Query(Filter Filter, FeedbackOrder Order, int Page) : IRequest<Result>;

    public sealed record Result(IReadOnlyList<FeedbackLine> Lines, int Count);

    internal sealed class Handler(DeliberationDb db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var filter = request.Filter;
            var found = db.Set<UserFeedback>()
                .AsNoTracking()
                .ThatArePublic()
                .Where(feedback => filter.Part == null || feedback.Answers.Part == filter.Part)
                .Where(feedback => filter.Mark == null || feedback.Answers.Mark == filter.Mark)
                .Where(feedback => filter.Stage == null || feedback.Stage == filter.Stage)
                .About(filter.Proposition)
                .Saying(filter.Words);
            var count = await found.CountAsync(cancellationToken);
            var lines = await Sort(found, request.Order)
                .Skip((request.Page - 1) * PageSize)
                .Take(PageSize)
                .Lines()
                .ToListAsync(cancellationToken);
            return new Result(lines, count);
        }

        private static IOrderedQueryable<UserFeedback> Sort(
            IQueryable<UserFeedback> found,
            FeedbackOrder order
        ) =>
            order switch
            {
                FeedbackOrder.Oldest => found.OrderBy(feedback => feedback.Number),
                FeedbackOrder.Worst => found
                    .OrderBy(feedback => feedback.Answers.Mark)
                    .ThenByDescending(feedback => feedback.Number),
                FeedbackOrder.Best => found
                    .OrderByDescending(feedback => feedback.Answers.Mark)
                    .ThenByDescending(feedback => feedback.Number),
                _ => found.OrderByDescending(feedback => feedback.Number),
            };
    }
}

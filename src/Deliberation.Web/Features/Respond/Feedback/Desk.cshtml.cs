using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Feedback.Triage;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>What waits on the moderators' desk: the most serious first, then the oldest.</summary>
public enum DeskView
{
    ToRead = 1,
    Contested = 2,
    ToPassOn = 3,
    ToConfirm = 4,
    Public = 5,
    SetAside = 6,

    /// <summary>A first moderator proposed; a second one has to answer.</summary>
    Together = 7,
}

/// <summary>The moderators' queue, by severity then age, with filters and what it is aimed at.</summary>
[Authorize(Policy = Policies.Moderator)]
internal sealed class Desk(
    IMediator mediator,
    FeedbackFigures figures,
    UrgentReaders readers,
    IOptions<ModerationPromise> promise,
    TimeProvider clock
) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "vue")]
    public DeskView View { get; set; } = DeskView.ToRead;

    [BindProperty(SupportsGet = true, Name = "partie")]
    public Part? Part { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    /// <summary>The one decided just before.</summary>
    [BindProperty(SupportsGet = true, Name = "fait")]
    public string? Done { get; set; }

    public Result Data { get; private set; } = new([], 0);

    public DecisionDelays Delays { get; private set; } = DecisionDelays.None;

    public DecisionTarget Target => promise.Value.Target;

    /// <summary>Whether a decision of moderators is awaited here, and not something else.</summary>
    public bool IsTimed => View is DeskView.ToRead or DeskView.Together or DeskView.Contested;

    /// <summary>No letter about urgent feedback could reach anybody.</summary>
    public bool NobodyIsCalled { get; private set; }

    public bool IsMore => Data.Count > FeedbackQueue.Most;

    public int Count => Math.Min(Data.Count, FeedbackQueue.Most);

    public int Pages => Math.Max(1, (int)Math.Ceiling(Count / (double)FeedbackQueue.PageSize));

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        PageNumber = Math.Clamp(PageNumber, 1, FeedbackQueue.Most / FeedbackQueue.PageSize);
        Delays = (await figures.GetAsync(cancellationToken)).Delays;
        NobodyIsCalled = !await readers.AnyAsync(cancellationToken);
        Data = await mediator.Send(new Query(View, Part, Words, PageNumber), cancellationToken);
    }

    public DateOnly DueOn(FeedbackLine line) => Target.DueOn(Since(line));

    public bool IsLate(FeedbackLine line) => Target.IsLate(Since(line), clock.GetUtcNow());

    // A contest is a new wait.
    private static DateTimeOffset Since(FeedbackLine line) => line.ContestedAt ?? line.ReceivedAt;

    public sealed record Query(DeskView View, Part? Part, string? Words, int Page) : IRequest<Result>;

    public sealed record Result(IReadOnlyList<FeedbackLine> Lines, int Count);

    internal sealed class Handler(FeedbackQueue queue) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var (lines, count) = await queue.PageAsync(
                request.View,
                request.Part,
                request.Words,
                request.Page,
                cancellationToken
            );
            return new Result(lines, count);
        }
    }
}

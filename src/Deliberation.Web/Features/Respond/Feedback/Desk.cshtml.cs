using Deliberation.Domain.Respond.Feedback;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

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

/// <summary>The moderators' queue, by severity then age, with filters.</summary>
[Authorize(Policy = Policies.Moderator)]
internal sealed class Desk(IMediator mediator) : PageModel
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true, Name = "vue")]
    public DeskView View { get; set; } = DeskView.ToRead;

    [BindProperty(SupportsGet = true, Name = "partie")]
    public Part? Part { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public Result Data { get; private set; } = new([], 0);

    public int Pages => Math.Max(1, (int)Math.Ceiling(Data.Count / (double)PageSize));

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Data = await mediator.Send(
            new Query(View, Part, Words, Math.Clamp(PageNumber, 1, 10_000)),
            cancellationToken
        );

    public sealed record Query(DeskView View, Part? Part, string? Words, int Page) : IRequest<Result>;

    public sealed record Result(IReadOnlyList<FeedbackLine> Lines, int Count);

    internal sealed class Handler(DeliberationDb db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var waiting = Waiting(request.View)
                .Where(feedback => request.Part == null || feedback.Answers.Part == request.Part)
                .Saying(request.Words);
            var count = await waiting.CountAsync(cancellationToken);
            var lines = await waiting
                .OrderByDescending(feedback => feedback.Severity)
                .ThenBy(feedback => feedback.ReceivedAt)
                .ThenBy(feedback => feedback.Number)
                .Skip((request.Page - 1) * PageSize)
                .Take(PageSize)
                .Lines()
                .ToListAsync(cancellationToken);
            return new Result(lines, count);
        }

        private IQueryable<UserFeedback> Waiting(DeskView view)
        {
            var all = db.Set<UserFeedback>().AsNoTracking();
            return view switch
            {
                DeskView.Contested => all.Where(feedback => feedback.ContestedAt != null),
                DeskView.Together => all.Where(feedback => feedback.ProposedAt != null),
                DeskView.ToPassOn => all.Where(feedback =>
                    feedback.Stage == FeedbackStage.Published && feedback.BodyId == null
                ),
                DeskView.ToConfirm => all.Where(feedback =>
                    feedback.Replies.Any(reply => reply.PublishedAt == null && reply.ReadBy == null)
                ),
                DeskView.Public => all.ThatArePublic(),
                DeskView.SetAside => all.Where(feedback =>
                    feedback.Stage == FeedbackStage.Withheld || feedback.Stage == FeedbackStage.Spam
                ),
                _ => all.Where(feedback => feedback.Stage == FeedbackStage.Received),
            };
        }
    }
}

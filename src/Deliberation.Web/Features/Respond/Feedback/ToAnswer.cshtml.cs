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

/// <summary>What an agent's body has to answer, the oldest first.</summary>
[Authorize(Policy = Policies.Agent)]
internal sealed class ToAnswer(IMediator mediator) : PageModel
{
    private const int PageSize = 20;

    /// <summary>Also those that have an answer.</summary>
    [BindProperty(SupportsGet = true, Name = "tous")]
    public bool All { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public Result Data { get; private set; } = new([], 0);

    public int Pages => Math.Max(1, (int)Math.Ceiling(Data.Count / (double)PageSize));

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Data = await mediator.Send(
            new Query(User.PersonId(), All, Math.Clamp(PageNumber, 1, 10_000)),
            cancellationToken
        );

    /// <summary>Entrusted to this body, and without its answer.</summary>
    internal static IQueryable<UserFeedback> Waiting(DeliberationDb db, Guid? body) =>
        Entrusted(db, body).Where(feedback => feedback.Stage == FeedbackStage.PassedOn);

    private static IQueryable<UserFeedback> Entrusted(DeliberationDb db, Guid? body) =>
        db.Set<UserFeedback>().AsNoTracking().ThatArePublic().Where(feedback => feedback.BodyId == body);

    public sealed record Query(Guid By, bool All, int Page) : IRequest<Result>;

    public sealed record Result(IReadOnlyList<FeedbackLine> Lines, int Count);

    internal sealed class Handler(DeliberationDb db, Roles roles) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var body = await roles.BodyOfAsync(request.By);
            var entrusted = request.All ? Entrusted(db, body) : Waiting(db, body);
            var count = await entrusted.CountAsync(cancellationToken);
            var lines = await entrusted
                .OrderBy(feedback => feedback.ReceivedAt)
                .Skip((request.Page - 1) * PageSize)
                .Take(PageSize)
                .Lines()
                .ToListAsync(cancellationToken);
            return new Result(lines, count);
        }
    }
}

using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Domain.Deliberate.Contributions;
using Deliberation.Domain.Deliberate.Sessions;
using Deliberation.Domain.Respond.Feedback.Meaning;
using Deliberation.Web.Platform.Caching;
using Deliberation.Web.Platform.Persistence;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Web.Features.Respond.Feedback.Meaning;

/// <summary>One subject for everyone: its words, its feedbacks, its threshold, and the committee that takes it up.</summary>
[AllowAnonymous]
[SameForEveryone]
internal sealed class ShowSubject(IMediator mediator, TimeProvider clock) : PageModel
{
    private const int PageSize = 20;

    [FromRoute]
    public string Number { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public Result Data { get; private set; } = null!; // set before the page is written

    public DateTimeOffset Now => clock.GetUtcNow();

    public int Pages => Math.Max(1, (int)Math.Ceiling((Data.Subject.Feedbacks ?? 0) / (double)PageSize));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var query = new Query(Number, Math.Clamp(PageNumber, 1, 100_000));
        if (await mediator.Send(query, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        Data = found;
        return Page();
    }

    public sealed record Query(string Number, int Page) : IRequest<Result?>;

    public sealed record Result(PublicSubject Subject, Agenda? Agenda, IReadOnlyList<FeedbackLine> Lines)
    {
        /// <summary>How many came each month; what is too small is not said.</summary>
        public IReadOnlyList<SubjectMonth> Months { get; init; } = [];
    }

    /// <summary>The meeting that takes it up, and the contribution that carries it there.</summary>
    public sealed record Agenda(string Slug, string Space, string Session, DateOnly On, Guid ContributionId)
    {
        public string Contribution => $"/dispositifs/{Slug}/contributions/{ContributionId}";
    }

    internal sealed class Handler(
        DeliberationDb db,
        SubjectMonths months,
        Thresholds thresholds,
        TimeProvider clock
    ) : IRequestHandler<Query, Result?>
    {
        public async Task<Result?> Handle(Query request, CancellationToken cancellationToken)
        {
            var number = request.Number.ToUpperInvariant();
            var subject = await PublicSubject
                .ThatMayBeRead(db.Set<Subject>().AsNoTracking())
                .FirstOrDefaultAsync(subject => subject.Number == number, cancellationToken);
            if (subject is null)
            {
                return null;
            }

            var inside = db.Set<Reading>().Where(reading => reading.SubjectId == subject.Id);
            var since = clock.GetUtcNow() - PublicSubject.Lately;
            var lately = await inside.CountAsync(reading => reading.ReceivedAt >= since, cancellationToken);
            return new Result(
                PublicSubject.Of(subject, lately, await thresholds.ReadAsync(cancellationToken)),
                await AgendaAsync(subject, cancellationToken),
                await LinesAsync(inside, request.Page, cancellationToken)
            )
            {
                Months = await months.OfAsync(subject, cancellationToken),
            };
        }

        private Task<Agenda?> AgendaAsync(Subject subject, CancellationToken cancellationToken) =>
            (
                from contribution in db.Set<Contribution>()
                join space in db.Set<Space>() on contribution.SpaceId equals space.Id
                join session in db.Set<Session>() on subject.SessionId equals session.Id
                where contribution.Id == subject.ContributionId
                select new Agenda(space.Slug, space.Title, session.Title, session.From, contribution.Id)
            ).FirstOrDefaultAsync(cancellationToken);

        private Task<List<FeedbackLine>> LinesAsync(
            IQueryable<Reading> inside,
            int page,
            CancellationToken cancellationToken
        )
        {
            var ids = inside
                .OrderByDescending(reading => reading.ReceivedAt)
                .ThenByDescending(reading => reading.Id)
                .Skip((page - 1) * PageSize)
                .Take(PageSize)
                .Select(reading => reading.Id);
            return db.Set<UserFeedback>()
                .AsNoTracking()
                .Where(feedback => ids.Contains(feedback.Id))
                .ThatArePublic()
                .OrderByDescending(feedback => feedback.ReceivedAt)
                .ThenByDescending(feedback => feedback.Id)
                .Lines()
                .ToListAsync(cancellationToken);
        }
    }
}

using Deliberation.Domain.Respond.Feedback.Meaning;
using Deliberation.Web.Features.Deliberate.Contributions;
using Deliberation.Web.Platform.Caching;
using Deliberation.Web.Platform.Persistence;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Feedback.Meaning;

/// <summary>What many feedbacks have in common, for everyone: those that wait for a committee first.</summary>
[AllowAnonymous]
[SameForEveryone]
internal sealed class ListSubjects(IMediator mediator, ThemeNames themes, TimeProvider clock) : PageModel
{
    private const int PageSize = 20;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public Result Data { get; private set; } = new([], 0);

    public IReadOnlyDictionary<string, string> Themes { get; private set; } =
        new Dictionary<string, string>();

    public DateTimeOffset Now => clock.GetUtcNow();

    public int Pages => Math.Max(1, (int)Math.Ceiling(Data.Count / (double)PageSize));

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Themes = await themes.AllAsync(cancellationToken);
        Data = await mediator.Send(new Query(Math.Clamp(PageNumber, 1, 10_000)), cancellationToken);
    }

    public sealed record Query(int Page) : IRequest<Result>;

    public sealed record Result(IReadOnlyList<PublicSubject> Subjects, int Count);

    internal sealed class Handler(DeliberationDb db, Thresholds thresholds, TimeProvider clock)
        : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var all = PublicSubject.ThatMayBeRead(db.Set<Subject>().AsNoTracking());
            var since = clock.GetUtcNow() - PublicSubject.Lately;
            var found = await all.OrderByDescending(subject =>
                    subject.ReachedAt != null && subject.OnAgendaAt == null
                )
                .ThenBy(subject => subject.OnAgendaAt == null ? subject.ReachedAt : null)
                .ThenByDescending(subject => subject.Feedbacks)
                .ThenBy(subject => subject.Number)
                .Skip((request.Page - 1) * PageSize)
                .Take(PageSize)
                .Select(subject => new
                {
                    Subject = subject,
                    Lately = db.Set<Reading>()
                        .Count(reading => reading.SubjectId == subject.Id && reading.ReceivedAt >= since),
                })
                .ToListAsync(cancellationToken);
            var decided = await thresholds.ReadAsync(cancellationToken);
            return new Result(
                [.. found.Select(one => PublicSubject.Of(one.Subject, one.Lately, decided))],
                await all.CountAsync(cancellationToken)
            );
        }
    }
}

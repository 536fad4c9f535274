using Deliberation.Domain.Respond.Feedback.Meaning;
using Deliberation.Web.Features.Deliberate.Contributions;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Feedback.Meaning;

/// <summary>Which subjects the desk shows.</summary>
public enum SubjectView
{
    ToName = 1,
    Named = 2,
    Small = 3,
    Dismissed = 4,
}

/// <summary>What feedbacks have in common, as moderators see it: the latest to grow first.</summary>
[Authorize(Policy = Policies.Moderator)]
internal sealed class Subjects(IMediator mediator, ThemeNames themes) : PageModel
{
    private const int PageSize = 25;

    /// <summary>Below this, a likeness is hardly a subject.</summary>
    public const int Enough = 3;

    [BindProperty(SupportsGet = true, Name = "vue")]
    public SubjectView View { get; set; } = SubjectView.ToName;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public Result Data { get; private set; } = new([], 0);

    public IReadOnlyDictionary<string, string> Themes { get; private set; } =
        new Dictionary<string, string>();

    public int Pages => Math.Max(1, (int)Math.Ceiling(Data.Count / (double)PageSize));

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Themes = await themes.AllAsync(cancellationToken);
        Data = await mediator.Send(new Query(View, Math.Clamp(PageNumber, 1, 10_000)), cancellationToken);
    }

    public sealed record Query(SubjectView View, int Page) : IRequest<Result>;

    public sealed record Result(IReadOnlyList<SubjectLine> Lines, int Count);

    internal sealed class Handler(DeliberationDb db, TimeProvider clock) : IRequestHandler<Query, Result>
    {
        private static readonly TimeSpan Lately = TimeSpan.FromDays(30);

        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var all = Of(request.View);
            var count = await all.CountAsync(cancellationToken);
            var subjects = await all.OrderByDescending(subject => subject.GrewAt)
                .ThenByDescending(subject => subject.Id)
                .Skip((request.Page - 1) * PageSize)
                .Take(PageSize)
                .ToListAsync(cancellationToken);
            var ids = subjects.Select(subject => (Guid?)subject.Id).ToList();
            var since = clock.GetUtcNow() - Lately;
            var late = await db.Set<Reading>()
                .Where(reading => ids.Contains(reading.SubjectId) && reading.ReceivedAt >= since)
                .GroupBy(reading => reading.SubjectId)
                .Select(same => new { Id = same.Key!.Value, Count = same.Count() })
                .ToDictionaryAsync(same => same.Id, same => same.Count, cancellationToken);
            return new Result(
                [.. subjects.Select(subject => new SubjectLine(subject, late.GetValueOrDefault(subject.Id)))],
                count
            );
        }

        private IQueryable<Subject> Of(SubjectView view)
        {
            var all = db.Set<Subject>().AsNoTracking();
            return view switch
            {
                SubjectView.Dismissed => all.Where(subject => subject.State == SubjectState.Dismissed),
                SubjectView.Named => all.Where(subject =>
                    subject.State == SubjectState.Open && subject.Name != null
                ),
                SubjectView.Small => all.Where(subject =>
                    subject.State == SubjectState.Open
                    && subject.Name == null
                    && subject.Feedbacks < Enough
                    && subject.Feedbacks > 0
                ),
                _ => all.Where(subject =>
                    subject.State == SubjectState.Open && subject.Name == null && subject.Feedbacks >= Enough
                ),
            };
        }
    }
}

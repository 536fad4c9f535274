using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Domain.Respond.Feedback.Meaning;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Member = Deliberation.Domain.Assemble.Membership.Membership;

namespace Deliberation.Web.Features.Respond.Feedback.Meaning;

/// <summary>The subjects that reached their threshold and wait for a committee, the longest wait first.</summary>
[Authorize(Policy = Policies.Desk)]
internal sealed class Due(IMediator mediator, TimeProvider clock) : PageModel
{
    public const string Address = "/bureau/retours/ordre-du-jour";

    private const int Most = 50;

    public Result Data { get; private set; } = new([], []);

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Data = await mediator.Send(new Query(User.PersonId()), cancellationToken);

    public int DaysOf(Subject subject) =>
        (int)(clock.GetUtcNow() - (subject.ReachedAt ?? clock.GetUtcNow())).TotalDays;

    public static IQueryable<Subject> Of(DeliberationDb db) =>
        db.Set<Subject>()
            .AsNoTracking()
            .Where(subject =>
                subject.State == SubjectState.Open && subject.ReachedAt != null && subject.OnAgendaAt == null
            );

    public sealed record Query(Guid By) : IRequest<Result>;

    /// <param name="Spaces">Those the person facilitates.</param>
    public sealed record Result(IReadOnlyList<Subject> Subjects, IReadOnlyList<Place> Spaces);

    public sealed record Place(string Slug, string Title);

    internal sealed class Handler(DeliberationDb db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var spaces = await (
                from member in db.Set<Member>()
                join space in db.Set<Space>() on member.SpaceId equals space.Id
                where member.PersonId == request.By && member.EndedAt == null
                where member.Role == SpaceRole.Facilitator
                orderby space.OpenedAt descending
                select new Place(space.Slug, space.Title)
            )
                .Take(Most)
                .ToListAsync(cancellationToken);
            var subjects = await Of(db)
                .OrderBy(subject => subject.ReachedAt)
                .ThenBy(subject => subject.Number)
                .Take(Most)
                .ToListAsync(cancellationToken);
            return new Result(subjects, spaces);
        }
    }
}

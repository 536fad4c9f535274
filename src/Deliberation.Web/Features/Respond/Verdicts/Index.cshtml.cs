using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Domain.Respond.Verdicts;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Verdicts;

/// <summary>The answers to the space's opinions that its members judge or judged, the ones still to judge first.</summary>
[Authorize(Policy = Policies.SpaceReader)]
internal sealed class Index(IMediator mediator, Roles roles) : PageModel
{
    public Result Data { get; private set; } = new([], 1);

    public string Slug { get; private set; } = "";

    public bool MayJudge { get; private set; }

    [FromQuery(Name = "p")]
    public int Number { get; set; } = 1;

    public async Task OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        Slug = slug;
        Number = Math.Clamp(Number, 1, 1_000);
        Data = await mediator.Send(new Query(slug, User.PersonId(), Number), cancellationToken);
        MayJudge = (await roles.InSpaceAsync(User.PersonId(), slug))?.Votes() is true;
    }

    public sealed record Query(string Slug, Guid PersonId, int Page) : IRequest<Result>;

    public sealed record Result(IReadOnlyList<Line> Lines, int Pages);

    /// <param name="Mine">What the reader said; null when they said nothing yet.</param>
    public sealed record Line(
        Guid Id,
        string Reference,
        string Title,
        string ResultAddress,
        int AnswerNumber,
        bool IsOpen,
        DateOnly LastDay,
        DateTimeOffset? ClosedAt,
        DateOnly? SecondAnswerDueOn,
        Judgement? Mine
    );

    internal sealed class Handler(DeliberationDb db, TimeProvider clock) : IRequestHandler<Query, Result>
    {
        private const int PageSize = 30;

        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var ours =
                from round in db.Set<VerdictRound>().AsNoTracking()
                join space in db.Set<Space>() on round.SpaceId equals space.Id
                where space.Slug == request.Slug
                select round;
            var count = await ours.CountAsync(cancellationToken);
            var found = await (
                from round in ours
                join treatment in db.Set<Treatment>() on round.TreatmentId equals treatment.Id
                join opinion in db.Set<OpinionTracker>() on treatment.OpinionId equals opinion.Id
                let mine = db.Set<Verdict>()
                    .Where(row => row.RoundId == round.Id && row.PersonId == request.PersonId)
                    .Select(row => (Judgement?)row.Judgement)
                    .FirstOrDefault()
                orderby round.ClosedAt == null descending, round.ClosedAt == null
                    && mine == null descending, round.OpenedAt descending, round.Reference
                select new
                {
                    round,
                    treatment.Title,
                    treatment.Number,
                    opinion.Slug,
                    mine,
                }
            )
                .Skip((request.Page - 1) * PageSize)
                .Take(PageSize)
                .ToListAsync(cancellationToken);
            return new Result(
                [
                    .. found.Select(row => new Line(
                        row.round.Id,
                        row.round.Reference,
                        row.Title,
                        VerdictShown.AddressOf(row.Slug, row.Number, row.round.AnswerNumber),
                        row.round.AnswerNumber,
                        row.round.IsOpenAt(now),
                        row.round.LastDay,
                        row.round.ClosedAt,
                        row.round.SecondAnswerDueOn,
                        row.mine
                    )),
                ],
                Math.Max(1, (count + PageSize - 1) / PageSize)
            );
        }
    }
}

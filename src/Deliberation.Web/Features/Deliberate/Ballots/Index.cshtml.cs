using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Deliberate.Ballots;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Ballots;

/// <summary>The votes of a space, the open ones first; facilitators find there what may be put to the vote.</summary>
[Authorize(Policy = Policies.SpaceReader)]
internal sealed class Index(IMediator mediator, Roles roles) : PageModel
{
    public Result Data { get; private set; } = new([], [], 1);

    public string Slug { get; private set; } = "";

    public bool MayPrepare { get; private set; }

    [FromQuery(Name = "p")]
    public int Number { get; set; } = 1;

    public async Task OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        Slug = slug;
        Number = Math.Clamp(Number, 1, 1_000);
        Data = await mediator.Send(new Query(slug, User.PersonId(), Number), cancellationToken);
        MayPrepare = (await roles.InSpaceAsync(User.PersonId(), slug))?.Facilitates() is true;
    }

    public sealed record Query(string Slug, Guid PersonId, int Page) : IRequest<Result>;

    public sealed record Result(IReadOnlyList<Line> Ballots, IReadOnlyList<Candidate> Candidates, int Pages);

    public sealed record Line(
        Guid Id,
        string Title,
        BallotState State,
        DateTimeOffset? ClosesAt,
        DateTimeOffset? EndedAt,
        Outcome? Outcome,
        bool? HasVoted
    );

    /// <summary>A debated proposal that has no vote yet.</summary>
    public sealed record Candidate(Guid Id, string Title);

    internal sealed class Handler(DeliberationDb db) : IRequestHandler<Query, Result>
    {
        private const int PageSize = 30;

        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var ours = db.Set<Ballot>().AsNoTracking().Where(ballot => ballot.SpaceSlug == request.Slug);
            var count = await ours.CountAsync(cancellationToken);
            return new Result(
                await LinesAsync(ours, request, cancellationToken),
                await CandidatesAsync(ours, request.Slug, cancellationToken),
                Math.Max(1, (count + PageSize - 1) / PageSize)
            );
        }

        private async Task<IReadOnlyList<Line>> LinesAsync(
            IQueryable<Ballot> ballots,
            Query request,
            CancellationToken cancellationToken
        ) =>
            await (
                from ballot in ballots
                join proposal in db.Set<Proposal>() on ballot.ProposalId equals proposal.Id
                orderby ballot.State
                    == BallotState.Open descending, ballot.PreparedAt descending, ballot.Id descending
                select new Line(
                    ballot.Id,
                    ballot.Wording == null ? proposal.Title : ballot.Wording.Title,
                    ballot.State,
                    ballot.ClosesAt,
                    ballot.EndedAt,
                    ballot.Result == null ? null : ballot.Result.Outcome,
                    db.Set<Elector>()
                        .Where(elector =>
                            elector.BallotId == ballot.Id && elector.PersonId == request.PersonId
                        )
                        .Select(elector => (bool?)elector.HasVoted)
                        .FirstOrDefault()
                )
            )
                .Skip((request.Page - 1) * PageSize)
                .Take(PageSize)
                .ToListAsync(cancellationToken);

        private async Task<IReadOnlyList<Candidate>> CandidatesAsync(
            IQueryable<Ballot> ballots,
            string slug,
            CancellationToken cancellationToken
        ) =>
            await (
                from proposal in db.Set<Proposal>()
                join space in db.Set<Domain.Assemble.Spaces.Space>() on proposal.SpaceId equals space.Id
                where space.Slug == slug && proposal.State == ProposalState.Debated
                where
                    !ballots.Any(ballot =>
                        ballot.ProposalId == proposal.Id && ballot.State == BallotState.Prepared
                    )
                orderby proposal.Position
                select new Candidate(proposal.Id, proposal.Title)
            )
                .Take(100)
                .ToListAsync(cancellationToken);
    }
}

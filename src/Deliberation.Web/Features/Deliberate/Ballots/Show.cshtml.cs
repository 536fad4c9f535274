using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Deliberate.Ballots;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using Deliberation.Web.Platform.Text;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Ballots;

/// <summary>One vote: the words voted on, the rule, and, once it is closed, the result.</summary>
[Authorize(Policy = Policies.SpaceReader)]
internal sealed class Show(IMediator mediator, Roles roles) : PageModel
{
    public Result Data { get; private set; } = null!; // set before the page is shown

    public bool Facilitates { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, Guid id, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new Query(slug, id, User.PersonId()), cancellationToken) is not { } found)
        {
            return NotFound();
        }

        Data = found;
        Facilitates = (await roles.InSpaceAsync(User.PersonId(), slug))?.Facilitates() is true;
        return Page();
    }

    public sealed record Query(string Slug, Guid BallotId, Guid PersonId) : IRequest<Result?>;

    /// <param name="HasVoted">Null for those who may not vote here.</param>
    /// <param name="Voters">How many have voted; says nothing of what.</param>
    public sealed record Result(
        Ballot Ballot,
        string Title,
        Guid DocumentId,
        bool? HasVoted,
        int Voters,
        SafeHtml? Body,
        SafeHtml? Rationale,
        bool IsOpen
    )
    {
        public bool MayVote => IsOpen && HasVoted is false;

        public int Required => Tally.Required(Ballot.Quorum, Ballot.Electors);
    }

    internal sealed class Handler(DeliberationDb db, TimeProvider clock) : IRequestHandler<Query, Result?>
    {
        public async Task<Result?> Handle(Query request, CancellationToken cancellationToken)
        {
            var found = await (
                from ballot in db.Set<Ballot>().AsNoTracking()
                join proposal in db.Set<Proposal>() on ballot.ProposalId equals proposal.Id
                where ballot.Id == request.BallotId && ballot.SpaceSlug == request.Slug
                select new
                {
                    Ballot = ballot,
                    proposal.Title,
                    proposal.DocumentId,
                    Body = EF.Property<string?>(ballot, BallotMapping.BodyHtml),
                    Rationale = EF.Property<string?>(ballot, BallotMapping.RationaleHtml),
                }
            ).FirstOrDefaultAsync(cancellationToken);
            if (found is null)
            {
                return null;
            }

            var roll = db.Set<Elector>().AsNoTracking().Where(elector => elector.BallotId == found.Ballot.Id);
            return new Result(
                found.Ballot,
                found.Ballot.Wording?.Title ?? found.Title,
                found.DocumentId,
                await roll.Where(elector => elector.PersonId == request.PersonId)
                    .Select(elector => (bool?)elector.HasVoted)
                    .FirstOrDefaultAsync(cancellationToken),
                await roll.CountAsync(elector => elector.HasVoted, cancellationToken),
                found.Body is null ? null : SafeHtml.Kept(found.Body, []),
                string.IsNullOrEmpty(found.Rationale) ? null : SafeHtml.Kept(found.Rationale, []),
                found.Ballot.IsOpenAt(clock.GetUtcNow())
            );
        }
    }
}

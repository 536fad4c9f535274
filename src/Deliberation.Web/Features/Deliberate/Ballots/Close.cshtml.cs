using Deliberation.Domain.Deliberate.Ballots;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Features.Deliberate.Drafting;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Ballots;

/// <summary>The vote is closed, by the facilitator or at its hour: the box is counted once and the result proclaimed.</summary>
[Authorize(Policy = Policies.SpaceFacilitator)]
[SecondFactor]
internal sealed class Close(IMediator mediator) : PageModel, IShownAgain
{
    [FromRoute]
    public string Slug { get; set; } = "";

    [FromRoute]
    public Guid Id { get; set; }

    public Show.Result Ballot { get; private set; } = null!; // set before the page is shown

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        await mediator.Send(new Command(User.PersonId(), Slug, Id), cancellationToken);
        return Redirect($"/dispositifs/{Slug}/scrutins/{Id}");
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await mediator.Send(new Show.Query(Slug, Id, User.PersonId()), cancellationToken);
        Ballot = found!; // the page is not shown when null
        return found is not null;
    }

    /// <param name="By">Who closes it; empty for the clock.</param>
    public sealed record Command(Guid By, string Slug, Guid BallotId) : IRequest<Guid>;

    internal sealed class Handler(DeliberationDb db, BallotBox box, Documents documents, TimeProvider clock)
        : IRequestHandler<Command, Guid>
    {
        public Task<Guid> Handle(Command request, CancellationToken cancellationToken) =>
            db.InOneTransactionAsync(() => CloseAsync(request, cancellationToken), cancellationToken);

        private async Task<Guid> CloseAsync(Command request, CancellationToken cancellationToken)
        {
            var ballot = await box.HoldAsync(request.Slug, request.BallotId, cancellationToken);
            var voted = await db.Set<Elector>()
                .CountAsync(elector => elector.BallotId == ballot.Id && elector.HasVoted, cancellationToken);
            var papers =
                ballot.State == BallotState.Open ? await box.OpenAsync(ballot.Id, cancellationToken) : [];
            var now = clock.GetUtcNow();
            var result = ballot.Close(papers, voted, now);
            var proposal = await db.Set<Proposal>()
                .SingleAsync(proposal => proposal.Id == ballot.ProposalId, cancellationToken);
            Decide(proposal, result.Outcome, now);
            if (result.Outcome != Outcome.Adopted)
            {
                await documents.ThawAsync(proposal.DocumentId, cancellationToken);
            }

            await db.SaveChangesAsync(cancellationToken);
            return ballot.Id;
        }

        private static void Decide(Proposal proposal, Outcome outcome, DateTimeOffset now)
        {
            switch (outcome)
            {
                case Outcome.Adopted:
                    proposal.Adopt(now);
                    break;
                case Outcome.Rejected:
                    proposal.Reject(now);
                    break;
                default:
                    proposal.ReturnToDebate(now);
                    break;
            }
        }
    }
}

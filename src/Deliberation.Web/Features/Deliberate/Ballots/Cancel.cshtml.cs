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

/// <summary>The facilitator cancels a vote, for a reason that is told; its votes are destroyed.</summary>
[Authorize(Policy = Policies.SpaceFacilitator)]
internal sealed class Cancel(IMediator mediator) : PageModel, IShownAgain
{
    [BindProperty]
    public string? Reason { get; set; }

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

        await mediator.Send(new Command(User.PersonId(), Slug, Id, Reason ?? ""), cancellationToken);
        return Redirect($"/dispositifs/{Slug}/scrutins/{Id}");
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await mediator.Send(new Show.Query(Slug, Id, User.PersonId()), cancellationToken);
        Ballot = found!; // the page is not shown when null
        return found is not null;
    }

    public sealed record Command(Guid By, string Slug, Guid BallotId, string Reason) : IRequest<Guid>;

    internal sealed class Handler(DeliberationDb db, BallotBox box, Documents documents, TimeProvider clock)
        : IRequestHandler<Command, Guid>
    {
        public Task<Guid> Handle(Command request, CancellationToken cancellationToken) =>
            db.InOneTransactionAsync(() => CancelAsync(request, cancellationToken), cancellationToken);

        private async Task<Guid> CancelAsync(Command request, CancellationToken cancellationToken)
        {
            var ballot = await box.HoldAsync(request.Slug, request.BallotId, cancellationToken);
            var wasOpen = ballot.State == BallotState.Open;
            var now = clock.GetUtcNow();
            ballot.Cancel(request.Reason, now);
            if (wasOpen)
            {
                await box.DestroyAsync(ballot.Id, cancellationToken);
                var proposal = await db.Set<Proposal>()
                    .SingleAsync(proposal => proposal.Id == ballot.ProposalId, cancellationToken);
                proposal.ReturnToDebate(now);
                await documents.ThawAsync(proposal.DocumentId, cancellationToken);
            }

            await db.SaveChangesAsync(cancellationToken);
            return ballot.Id;
        }
    }
}

using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>What can be done with a proposal, outside of a vote.</summary>
internal enum Step
{
    BeginDrafting = 1,
    Debate = 2,
    Withdraw = 3,
    Merge = 4,
    AdoptElsewhere = 5,
}

/// <summary>Takes a proposal one step on: to be written, debated, withdrawn, merged, or adopted in a meeting.</summary>
[Authorize(Policy = Policies.SpaceWriter)]
internal sealed class Progress(IMediator mediator, DeliberationDb db, Roles roles) : PageModel, IShownAgain
{
    [BindProperty]
    public Input Data { get; set; } = new();

    [FromRoute]
    public string Slug { get; set; } = "";

    [FromRoute]
    public Guid Id { get; set; }

    public Proposal Proposal { get; private set; } = null!; // set before the page is shown

    public bool Facilitates { get; private set; }

    public IReadOnlyList<SelectListItem> Others { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (Data.Step == Step.AdoptElsewhere && !Facilitates)
        {
            return Forbid();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var command = new Command(Id, Data.Step, Data.Words ?? "", Data.Into, User.PersonId());
        await mediator.Send(command, cancellationToken);
        return Redirect($"/dispositifs/{Slug}/atelier/textes/{Proposal.DocumentId}");
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (
            await db.ProposalsOf(Slug).AsNoTracking().FirstOrDefaultAsync(p => p.Id == Id, cancellationToken)
            is not { } found
        )
        {
            return false;
        }

        (Proposal, Facilitates) = (
            found,
            await roles.InSpaceAsync(User.PersonId(), Slug) is SpaceRole.Facilitator
        );
        Others = await db.ProposalsOf(Slug)
            .Where(other => other.Id != Id && other.State <= ProposalState.Debated)
            .OrderBy(other => other.Title)
            .Select(other => new SelectListItem(other.Title, other.Id.ToString()))
            .ToListAsync(cancellationToken);
        return true;
    }

    public sealed class Input
    {
        public Step Step { get; set; }

        public string? Words { get; set; }

        public Guid? Into { get; set; }
    }

    /// <param name="Words">The reason of a withdrawal, or the minutes of a decision taken elsewhere.</param>
    /// <param name="Into">The proposal it merges into.</param>
    public sealed record Command(Guid ProposalId, Step Step, string Words, Guid? Into, Guid By)
        : IRequest<Unit>;

    internal sealed class Handler(DeliberationDb db, Documents documents, TextMoves moves, TimeProvider clock)
        : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            if (request.Step == Step.Merge)
            {
                // The words go by the path of every keystroke, which has a transaction of its own.
                await moves.MergeAsync(
                    await FindAsync(request.ProposalId, cancellationToken),
                    await FindAsync(request.Into ?? request.ProposalId, cancellationToken),
                    request.By,
                    cancellationToken
                );
            }

            return await db.InOneTransactionAsync(
                () => TakeAsync(request, cancellationToken),
                cancellationToken
            );
        }

        private async Task<Unit> TakeAsync(Command request, CancellationToken cancellationToken)
        {
            var proposal = await FindAsync(request.ProposalId, cancellationToken);
            var now = clock.GetUtcNow();
            switch (request.Step)
            {
                case Step.BeginDrafting:
                    proposal.BeginDrafting(now);
                    break;
                case Step.Debate:
                    proposal.Debate(now);
                    break;
                case Step.Withdraw:
                    proposal.Withdraw(request.Words, now);
                    break;
                case Step.Merge:
                    proposal.Merge(await FindAsync(request.Into ?? proposal.Id, cancellationToken), now);
                    break;
                case Step.AdoptElsewhere:
                    proposal.AdoptElsewhere(request.Words, now);
                    break;
                default:
                    throw new Domain.RuleBroken(ProposalRules.StatesFollowInOrder);
            }

            await db.SaveChangesAsync(cancellationToken);
            await FollowAsync(proposal, cancellationToken);
            return Unit.Value;
        }

        // A text may change as long as its proposal is being written.
        private async Task FollowAsync(Proposal proposal, CancellationToken cancellationToken)
        {
            var document = await db.Set<Document>()
                .SingleAsync(d => d.Id == proposal.DocumentId, cancellationToken);
            if (document.IsFrozen && proposal.State.IsBeingWritten())
            {
                await documents.ThawAsync(document.Id, cancellationToken);
            }
            else if (!document.IsFrozen && !proposal.State.IsBeingWritten())
            {
                var reason = $"Proposition {proposal.State.French().ToLowerInvariant()}";
                await documents.FreezeAsync(document.Id, reason, cancellationToken);
            }
        }

        private Task<Proposal> FindAsync(Guid id, CancellationToken cancellationToken) =>
            db.Set<Proposal>().SingleAsync(proposal => proposal.Id == id, cancellationToken);
    }
}

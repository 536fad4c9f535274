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
        return Data.Step == Step.Merge && Facilitates
            ? Redirect(Arrange.Undoing(Slug, Proposal.DraftId, Id, new(Arrangement.SetApart)))
            : Redirect($"/dispositifs/{Slug}/atelier/textes/{Proposal.DocumentId}");
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

    internal sealed class Handler(Steps steps) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            await steps.TakeAsync(request, cancellationToken);
            return Unit.Value;
        }
    }
}

using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Deliberate.Amendments;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Amendments;

/// <summary>What those who write a text decide on an amendment.</summary>
internal enum Decision
{
    Adopt = 1,
    Reject = 2,
}

/// <summary>One amendment, to be read by all and decided by those who write the text.</summary>
[Authorize(Policy = Policies.SpaceReader)]
internal sealed class Show(IMediator mediator, Roles roles, AmendmentReader reader) : PageModel, IShownAgain
{
    [BindProperty]
    public Input Data { get; set; } = new();

    [FromRoute]
    public string Slug { get; set; } = "";

    [FromRoute]
    public Guid Id { get; set; }

    public ReadAmendment Read { get; private set; } = null!; // set before the page is shown

    public bool MayDecide { get; private set; }

    public bool IsMine { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if ((await roles.InSpaceAsync(User.PersonId(), Slug))?.Writes() is not true)
        {
            return Forbid();
        }

        // A form sends two units for a line end, a text has one.
        var shown = (Data.Shown ?? "").Replace("\r\n", "\n", StringComparison.Ordinal);
        IRequest<Unit> decision =
            Data.Decision == Decision.Adopt
                ? new Adopt.Command(Id, shown, User.PersonId())
                : new RejectCommand(Id, Data.Reason ?? "", User.PersonId());
        await mediator.Send(decision, cancellationToken);
        return Redirect($"/dispositifs/{Slug}/atelier/amendements/{Id}");
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(Slug, Id, cancellationToken) is not { } found)
        {
            return false;
        }

        Read = found;
        IsMine = found.Amendment.ProposedBy == User.PersonId();
        MayDecide = !IsMine && (await roles.InSpaceAsync(User.PersonId(), Slug))?.Writes() is true;
        return true;
    }

    public sealed class Input
    {
        public Decision Decision { get; set; } = Decision.Reject;

        public string? Reason { get; set; }

        /// <summary>The words to be replaced, as they were shown.</summary>
        public string? Shown { get; set; }
    }

    public sealed record RejectCommand(Guid AmendmentId, string Reason, Guid By) : IRequest<Unit>;

    internal sealed class Handler(DeliberationDb db, TimeProvider clock)
        : IRequestHandler<RejectCommand, Unit>
    {
        public async Task<Unit> Handle(RejectCommand request, CancellationToken cancellationToken)
        {
            var amendment = await db.Set<Amendment>()
                .SingleAsync(found => found.Id == request.AmendmentId, cancellationToken);
            amendment.Reject(request.Reason, request.By, clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}

using Deliberation.Domain.Deliberate.Amendments;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Amendments;

/// <summary>The author of an amendment takes it back.</summary>
[Authorize(Policy = Policies.SpaceReader)]
internal sealed class Withdraw(IMediator mediator, DeliberationDb db) : PageModel, IShownAgain
{
    [FromRoute]
    public string Slug { get; set; } = "";

    [FromRoute]
    public Guid Id { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        await mediator.Send(new Command(Id, User.PersonId()), cancellationToken);
        return Redirect($"/dispositifs/{Slug}/atelier/amendements/{Id}");
    }

    public Task<bool> LoadAsync(CancellationToken cancellationToken) =>
        db.AmendmentsOf(Slug).AnyAsync(amendment => amendment.Id == Id, cancellationToken);

    public sealed record Command(Guid AmendmentId, Guid By) : IRequest<Unit>;

    internal sealed class Handler(DeliberationDb db, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var amendment = await db.Set<Amendment>()
                .SingleAsync(found => found.Id == request.AmendmentId, cancellationToken);
            amendment.Withdraw(request.By, clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}

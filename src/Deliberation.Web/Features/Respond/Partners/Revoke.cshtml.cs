using Deliberation.Domain.Respond.Partners;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Partners;

/// <summary>Revokes a key: its next request is refused.</summary>
[Authorize(Policy = Policies.Administrator)]
[SecondFactor]
internal sealed class Revoke(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public IActionResult OnGet() => RedirectToPage("Keys");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(new Command(User.PersonId(), Id), cancellationToken);
        return RedirectToPage("Keys");
    }

    internal sealed record Command(Guid By, Guid Id) : IRequest<Guid>;

    internal sealed class Handler(DeliberationDb db, TimeProvider clock) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var key =
                await db.Set<PartnerKey>().FirstOrDefaultAsync(row => row.Id == request.Id, cancellationToken)
                ?? throw new Absent("key");
            key.Revoke(request.By, clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            return key.Id;
        }
    }
}

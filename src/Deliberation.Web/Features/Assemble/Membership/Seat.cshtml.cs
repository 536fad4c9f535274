using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Assemble.Membership;

/// <summary>Puts a person at a table of their space, or at none.</summary>
[Authorize(Policy = Policies.SpaceInviter)]
internal sealed class Seat(IMediator mediator) : PageModel
{
    [FromRoute]
    public string Slug { get; set; } = "";

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public int? Table { get; set; }

    public IActionResult OnGet() => RedirectToPage("Places", new { Slug });

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        !ModelState.IsValid ? BadRequest()
        : await mediator.Send(new Command(Slug, Id, Table), cancellationToken)
            ? RedirectToPage("Places", new { Slug })
        : NotFound();

    /// <summary>False when nobody has this place in this space.</summary>
    internal sealed record Command(string Slug, Guid MembershipId, int? Table) : IRequest<bool>;

    internal sealed class Handler(DeliberationDb db, TimeProvider clock) : IRequestHandler<Command, bool>
    {
        public async Task<bool> Handle(Command request, CancellationToken cancellationToken)
        {
            var place = await db.PlacesIn(request.Slug)
                .FirstOrDefaultAsync(row => row.Id == request.MembershipId, cancellationToken);
            if (place is null)
            {
                return false;
            }

            place.SitAt(request.Table, clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
    }
}

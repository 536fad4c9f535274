using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Assemble.Membership;

/// <summary>Ends a person's term in a space; it takes effect at their next request.</summary>
[Authorize(Policy = Policies.SpaceInviter)]
internal sealed class EndPlace(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public IActionResult OnGet() => RedirectToPage("Places", new { Slug });

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await mediator.Send(new Command(User.PersonId(), Slug, Id), cancellationToken)
            ? RedirectToPage("Places", new { Slug })
            : NotFound();

    /// <summary>False when nobody has this place in this space.</summary>
    internal sealed record Command(Guid By, string Slug, Guid MembershipId) : IRequest<bool>;

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

            place.End(clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
    }
}

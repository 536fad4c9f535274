using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Member = Deliberation.Domain.Assemble.Membership.Membership;

namespace Deliberation.Web.Features.Assemble.Membership;

/// <summary>Puts a person at a table of their space, or at none.</summary>
[Authorize(Policy = Policies.SpaceInviter)]
internal sealed class Seat(IMediator mediator, DeliberationDb db) : PageModel, IShownAgain
{
    [FromRoute]
    public string Slug { get; set; } = "";

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public int? Table { get; set; }

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var found = await LoadAsync(cancellationToken);
        Table = found?.Table;
        return found is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return await LoadAsync(cancellationToken) is null ? NotFound() : Page();
        }

        return await mediator.Send(new Command(Slug, Id, Table), cancellationToken)
            ? RedirectToPage("Places", new { Slug })
            : NotFound();
    }

    async Task<bool> IShownAgain.LoadAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) is not null;

    private async Task<Member?> LoadAsync(CancellationToken cancellationToken)
    {
        var place = await db.PlacesIn(Slug)
            .AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == Id, cancellationToken);
        Name = place?.Name ?? "";
        return place;
    }

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

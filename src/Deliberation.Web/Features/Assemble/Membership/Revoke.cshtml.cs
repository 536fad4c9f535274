using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Assemble.Membership;

/// <summary>Takes an invitation back: its link or card opens nothing any more.</summary>
[Authorize(Policy = Policies.SpaceInviter)]
internal sealed class Revoke(IMediator mediator) : PageModel, IShownAgain
{
    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public IActionResult OnGet() => RedirectToPage("Invitations", new { Slug });

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await mediator.Send(new Command(User.PersonId(), Slug, Id), cancellationToken)
            ? RedirectToPage("Invitations", new { Slug })
            : NotFound();

    public Task<bool> LoadAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>False when this space has no such invitation.</summary>
    internal sealed record Command(Guid By, string Slug, Guid InvitationId) : IRequest<bool>;

    internal sealed class Handler(DeliberationDb db, TimeProvider clock) : IRequestHandler<Command, bool>
    {
        public async Task<bool> Handle(Command request, CancellationToken cancellationToken)
        {
            var invitation = await (
                from row in db.Set<Invitation>()
                join space in db.Set<Space>() on row.SpaceId equals space.Id
                where space.Slug == request.Slug && row.Id == request.InvitationId
                select row
            ).FirstOrDefaultAsync(cancellationToken);
            if (invitation is null)
            {
                return false;
            }

            invitation.Revoke(clock.GetUtcNow());
            db.RemoveRange(
                await db.Set<InvitationKey>()
                    .Where(key => key.InvitationId == invitation.Id)
                    .ToListAsync(cancellationToken)
            );
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
    }
}

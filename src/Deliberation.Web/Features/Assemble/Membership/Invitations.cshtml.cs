using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Assemble.Membership;

/// <summary>The invitations of a space: those that wait, those that served, those taken back.</summary>
[Authorize(Policy = Policies.SpaceInviter)]
internal sealed class Invitations(DeliberationDb db, TimeProvider clock) : PageModel
{
    private const int PerPage = 30;

    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Pages { get; private set; }

    public string Title { get; private set; } = "";

    public int Cards { get; private set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var space = await db.Set<Space>()
            .Where(row => row.Slug == Slug)
            .Select(row => new { row.Id, row.Title })
            .FirstOrDefaultAsync(cancellationToken);
        if (space is null)
        {
            return NotFound();
        }

        Title = space.Title;
        var all = db.Set<Invitation>().AsNoTracking().Where(row => row.SpaceId == space.Id);
        Pages = Math.Max(1, (await all.CountAsync(cancellationToken) + PerPage - 1) / PerPage);
        P = Math.Clamp(P, 1, Pages);
        var now = clock.GetUtcNow();
        var page = await all.OrderByDescending(row => row.InvitedAt)
            .ThenBy(row => row.Id)
            .Skip((P - 1) * PerPage)
            .Take(PerPage)
            .ToListAsync(cancellationToken);
        Lines =
        [
            .. page.Select(row => new Line(
                row.Id,
                row.Role,
                row.Recipient,
                StateOf(row, now),
                row.ExpiresAt
            )),
        ];
        Cards = await PrintableAsync(space.Id, now, cancellationToken);
        return Page();
    }

    private Task<int> PrintableAsync(Guid spaceId, DateTimeOffset now, CancellationToken cancellationToken) =>
        (
            from invitation in db.Set<Invitation>()
            join key in db.Set<InvitationKey>() on invitation.Id equals key.InvitationId
            where invitation.SpaceId == spaceId && key.SealedCode != null && invitation.ExpiresAt > now
            select key
        ).CountAsync(cancellationToken);

    private static InvitationState StateOf(Invitation invitation, DateTimeOffset now) =>
        invitation switch
        {
            { AcceptedAt: not null } => InvitationState.Accepted,
            { RevokedAt: not null } => InvitationState.Revoked,
            _ => invitation.IsOpenAt(now) ? InvitationState.Waiting : InvitationState.Expired,
        };

    internal sealed record Line(
        Guid Id,
        SpaceRole Role,
        string? Recipient,
        InvitationState State,
        DateTimeOffset ExpiresAt
    );
}

/// <summary>Where an invitation stands, as its list says it.</summary>
internal enum InvitationState
{
    Waiting,
    Accepted,
    Revoked,
    Expired,
}

using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Web.Platform.Mail;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Assemble.Membership;

/// <summary>The cards of a space that nobody used yet, ready to print and cut.</summary>
[Authorize(Policy = Policies.SpaceInviter)]
internal sealed class PrintCards(DeliberationDb db, CardSeal seal, PublicAddress service, TimeProvider clock)
    : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    public string Title { get; private set; } = "";

    public string Door => service.Of("/invitation");

    public IReadOnlyList<Card> Cards { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var space = await db.Set<Space>()
            .Where(row => row.Slug == Slug)
            .Select(row => new { row.Id, row.Title })
            .FirstOrDefaultAsync(cancellationToken);
        if (space is null)
        {
            return NotFound();
        }

        Title = space.Title;
        var waiting = await (
            from invitation in db.Set<Invitation>()
            join key in db.Set<InvitationKey>() on invitation.Id equals key.InvitationId
            where invitation.SpaceId == space.Id && key.SealedCode != null && invitation.ExpiresAt > now
            orderby invitation.InvitedAt descending, invitation.Id
            select new
            {
                key.SealedCode,
                invitation.Role,
                invitation.ExpiresAt,
                invitation.ReturningPersonId,
            }
        )
            .Take(200)
            .ToListAsync(cancellationToken);
        Cards =
        [
            .. waiting.Select(row =>
            {
                var code = seal.Open(row.SealedCode!); // the query keeps those that have one
                var drawing = QrDrawing.Of(service.Of($"/invitation/{code.Value}"));
                return new Card(code, row.Role, row.ExpiresAt, drawing, row.ReturningPersonId is not null);
            }),
        ];
        return Page();
    }

    internal sealed record Card(
        CardCode Code,
        SpaceRole Role,
        DateTimeOffset ExpiresAt,
        QrDrawing Drawing,
        bool IsForReturning
    );
}

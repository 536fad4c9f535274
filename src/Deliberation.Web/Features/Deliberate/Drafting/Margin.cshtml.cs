using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>The margin of a text alone: what an open page asks for again when something was said there.</summary>
[Authorize(Policy = Policies.SpaceReader)]
internal sealed class Margin(DeliberationDb db, DocumentLog log, Margins margins, IMediator mediator)
    : PageModel
{
    public MarginView View { get; private set; } = null!; // set before the page is shown

    public async Task<IActionResult> OnGetAsync(
        string slug,
        Guid documentId,
        CancellationToken cancellationToken
    )
    {
        var document = await db.DocumentsOf(slug)
            .AsNoTracking()
            .FirstOrDefaultAsync(found => found.Id == documentId, cancellationToken);
        if (document is null)
        {
            return NotFound();
        }

        View = await margins.ReadAsync(slug, document, cancellationToken);
        return Page();
    }

    /// <summary>The page of a text is left: how far its reader has read.</summary>
    public async Task<IActionResult> OnPostAsync(
        string slug,
        Guid documentId,
        [FromForm] int version,
        CancellationToken cancellationToken
    )
    {
        if (!await db.DocumentsOf(slug).AnyAsync(found => found.Id == documentId, cancellationToken))
        {
            return NotFound();
        }

        var read = Math.Clamp(version, 0, await log.HeadAsync(documentId, cancellationToken));
        await mediator.Send(new Come.Command(documentId, read, User.PersonId()), cancellationToken);
        return new NoContentResult();
    }
}

using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>The margin of a text alone: what an open page asks for again when something was said there.</summary>
[Authorize(Policy = Policies.SpaceReader)]
internal sealed class Margin(DeliberationDb db, Margins margins) : PageModel
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
}

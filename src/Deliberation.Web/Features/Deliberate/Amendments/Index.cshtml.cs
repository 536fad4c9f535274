using Deliberation.Domain.Deliberate.Amendments;
using Deliberation.Web.Features.Deliberate.Drafting;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Amendments;

/// <summary>All amendments to a text: those that wait first, then the latest.</summary>
[Authorize(Policy = Policies.SpaceReader)]
internal sealed class Index(DeliberationDb db, AmendmentReader reader) : PageModel
{
    private const int AtMost = 300;

    public string Slug { get; private set; } = "";

    public Guid DocumentId { get; private set; }

    /// <summary>Whether its words may still change; a wording put to the vote may not.</summary>
    public bool IsWritten { get; private set; }

    public IReadOnlyList<ReadAmendment> All { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(
        string slug,
        Guid documentId,
        CancellationToken cancellationToken
    )
    {
        if (!await db.DocumentsOf(slug).AnyAsync(d => d.Id == documentId, cancellationToken))
        {
            return NotFound();
        }

        (Slug, DocumentId) = (slug, documentId);
        IsWritten = await db.IsWrittenAsync(documentId, cancellationToken);
        var found = await db.AmendmentsOf(slug)
            .AsNoTracking()
            .Where(amendment => amendment.DocumentId == documentId)
            .OrderBy(amendment => amendment.State == AmendmentState.Open ? 0 : 1)
            .ThenByDescending(amendment => amendment.ProposedAt)
            .Take(AtMost)
            .ToListAsync(cancellationToken);
        All = await reader.ReadAsync(found, cancellationToken);
        return Page();
    }
}

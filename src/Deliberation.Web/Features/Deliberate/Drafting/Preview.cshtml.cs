using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using Deliberation.Web.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>A text exactly as it will be published, by the same renderer: the one kept, or the one being typed.</summary>
[Authorize(Policy = Policies.SpaceReader)]
internal sealed class Preview(DeliberationDb db, DocumentLog log) : PageModel
{
    [BindProperty]
    public Text.Input Data { get; set; } = new();

    [FromRoute]
    public string Slug { get; set; } = "";

    [FromRoute]
    public Guid DocumentId { get; set; }

    /// <summary>Null when the text asks for more than can be shown.</summary>
    public SafeHtml? Html { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await IsHereAsync(cancellationToken))
        {
            return NotFound();
        }

        await RenderAsync((await log.TextAsync(DocumentId, cancellationToken)).Text, cancellationToken);
        Data.Text = null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await IsHereAsync(cancellationToken))
        {
            return NotFound();
        }

        await RenderAsync(Data.Text ?? "", cancellationToken);
        return Page();
    }

    private Task<bool> IsHereAsync(CancellationToken cancellationToken) =>
        db.DocumentsOf(Slug).AnyAsync(document => document.Id == DocumentId, cancellationToken);

    // In an edition, the body of a proposition stands one heading lower than the prose of a part.
    private async Task RenderAsync(string text, CancellationToken cancellationToken)
    {
        var isProposal = await db.Set<Proposal>()
            .AnyAsync(proposal => proposal.DocumentId == DocumentId, cancellationToken);
        try
        {
            Html = MarkdownRenderer.Render(text, "apercu", under: isProposal ? 3 : 2);
        }
        catch (MarkdownRefused)
        {
            Html = null;
        }
    }
}

using System.Security.Cryptography;
using System.Text.Json;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using Deliberation.Web.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>A whole draft as it will read; with a script, as many of its texts as one likes are written in place.</summary>
[Authorize(Policy = Policies.SpaceReader)]
internal sealed class Whole(
    DeliberationDb db,
    Outlines outlines,
    DocumentLog log,
    Roles roles,
    FeatureTexts<Text> texts
) : PageModel
{
    private IReadOnlyDictionary<Guid, KeptText> written = new Dictionary<Guid, KeptText>();

    public string Slug { get; private set; } = "";

    public Outline Outline { get; private set; } = null!; // set before the page is shown

    public bool MayWrite { get; private set; }

    public string StyleNonce { get; } = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));

    /// <summary>What the editors say, in the reader's language.</summary>
    public string Words => JsonSerializer.Serialize(EditorWords.In(texts));

    public async Task<IActionResult> OnGetAsync(
        string slug,
        Guid draftId,
        CancellationToken cancellationToken
    )
    {
        var draft = await db.DraftsOf(slug)
            .AsNoTracking()
            .FirstOrDefaultAsync(found => found.Id == draftId, cancellationToken);
        if (draft is null)
        {
            return NotFound();
        }

        HttpContext.Items[SecurityHeaders.NonceItem] = StyleNonce;
        Slug = slug;
        Outline = await outlines.ReadAsync(draft, User.PersonId(), cancellationToken);
        MayWrite = (await roles.InSpaceAsync(User.PersonId(), slug))?.Writes() is true;
        written = await log.TextsAsync([.. Texts().Select(text => text.DocumentId)], cancellationToken);
        return Page();
    }

    /// <summary>Those that will be read: what was withdrawn or merged will not.</summary>
    public static IEnumerable<Line> ReadIn(Part part) =>
        part.Proposals.Where(line => line.State is not (ProposalState.Withdrawn or ProposalState.Merged));

    /// <param name="under">The level of the heading above the text.</param>
    /// <returns>Null when the text asks for more than can be shown.</returns>
    public SafeHtml? Html(Stand text, int under)
    {
        try
        {
            return MarkdownRenderer.Render(written[text.DocumentId].Text, $"t{text.DocumentId:N}", under);
        }
        catch (MarkdownRefused)
        {
            return null;
        }
    }

    private IEnumerable<Stand> Texts() =>
        Outline.Parts.SelectMany(part =>
            ReadIn(part).Select(line => line.Text).Concat(part.Text is { } prose ? [prose] : [])
        );
}

/// <summary>One text of the whole, and where it stands.</summary>
/// <param name="Label">What its editor is called.</param>
internal sealed record WholeText(string Room, string Label, Stand Text, SafeHtml? Html, bool MayWrite);

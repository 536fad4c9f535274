using Deliberation.Domain.Assemble.Membership;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Security.Throttling;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Deliberation.Web.Features.Assemble.Membership;

/// <summary>Where one types the code of one's card.</summary>
[AllowAnonymous]
internal sealed class Knock(InvitationSearch search, FeatureTexts<Knock> texts) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var code = CardCode.Read(Code);
        if (code is null)
        {
            ModelState.AddModelError(nameof(Code), texts["Un code compte 8 signes, comme K7QM-2XPA."]);
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        var (offer, wait) = await search.FindAsync(
            code.Value,
            TooMany.SourceOf(HttpContext),
            cancellationToken
        );
        if (wait is { } time)
        {
            return TooMany.Tries(HttpContext, time);
        }

        if (offer is null)
        {
            ModelState.AddModelError(
                nameof(Code),
                texts["Ce code n’ouvre rien. Relisez la carte, ou demandez-en une autre à l’animation."]
            );
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        return RedirectToPage("Accept", new { key = code.Value });
    }
}

using Deliberation.Web.Platform.Caching;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Deliberation.Web.Features.Publish.Opinions;

/// <summary>One edition of an opinion: a correction leaves the earlier ones readable.</summary>
[AllowAnonymous]
[SameForEveryone]
internal sealed class ReadEdition(IMediator mediator) : PageModel
{
    public Read.Result Data { get; private set; } = null!; // set before the page is shown

    public async Task<IActionResult> OnGetAsync(string slug, int edition, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new Read.Query(slug, edition), cancellationToken) is not { } found)
        {
            return NotFound();
        }

        Data = found;
        return Page();
    }
}

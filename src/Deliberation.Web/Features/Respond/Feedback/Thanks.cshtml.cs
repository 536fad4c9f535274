using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>Gives the author their code, for half an hour and to whoever sent the form.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true)]
internal sealed class Thanks(SealedForm seal) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "recu")]
    public string? Sealed { get; set; }

    public Receipt? Receipt { get; private set; }

    public void OnGet() => Receipt = seal.OpenReceipt(Sealed);
}

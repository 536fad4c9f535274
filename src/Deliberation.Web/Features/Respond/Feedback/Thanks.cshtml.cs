using Deliberation.Domain.Respond.Feedback.Triage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>Gives the author their code, for half an hour and to whoever sent the form.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true)]
[ShownInFrames]
internal sealed class Thanks(SealedForm seal, IOptions<ModerationPromise> promise) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "recu")]
    public string? Sealed { get; set; }

    public DecisionTarget Target => promise.Value.Target;

    public Receipt? Receipt { get; private set; }

    /// <summary>From a frame, other pages open beside: they are in nobody's frame.</summary>
    public string? Beside => FrameLook.Of(HttpContext) is null ? null : "_blank";

    public void OnGet() => Receipt = seal.OpenReceipt(Sealed);
}

using Deliberation.Domain.Respond.Feedback;
using Deliberation.Web.Features.Assemble.Membership;
using Deliberation.Web.Platform.Mail;
using Deliberation.Web.Platform.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>The code of a feedback that a mediator typed, to print or to dictate: for half an hour, then never again.</summary>
[Authorize(Policy = Policies.Moderator)]
[ResponseCache(NoStore = true)]
internal sealed class Slip(SealedForm seal, PublicAddress service) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "recu")]
    public string? Sealed { get; set; }

    [BindProperty(SupportsGet = true, Name = "par")]
    public Door By { get; set; }

    public Receipt? Receipt { get; private set; }

    /// <summary>Where the code is typed.</summary>
    public string FollowAt => service.Of("/retours/suivre");

    public QrDrawing Drawing => QrDrawing.Of(service.Of($"/retours/suivre/{Receipt?.Code}"));

    public void OnGet() => Receipt = seal.OpenReceipt(Sealed);
}

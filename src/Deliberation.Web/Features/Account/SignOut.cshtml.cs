using Deliberation.Web.Platform.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Deliberation.Web.Features.Account;

/// <summary>Leaves this device, by POST only: a link or an image elsewhere signs nobody out.</summary>
[AllowAnonymous]
internal sealed class SignOut : PageModel
{
    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        await Door.LeaveAsync(HttpContext);

        return Redirect("/");
    }
}

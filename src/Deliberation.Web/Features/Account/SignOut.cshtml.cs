using System.Security.Claims;
using Deliberation.Web.Features.Account.StaffIdentity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Deliberation.Web.Features.Account;

/// <summary>Leaves this device, by POST only: a link or an image elsewhere signs nobody out.</summary>
[AllowAnonymous]
internal sealed class SignOut(StaffIdentityLeaving leaving, StaffIdentitySettings staff) : PageModel
{
    /// <summary>Where one also signs out of the staff identity provider, whose session stays open otherwise.</summary>
    public string? Elsewhere { get; private set; }

    public string Provider => staff.Name;

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        Elsewhere = await leaving.AddressAsync(HttpContext);
        await Door.LeaveAsync(HttpContext);
        HttpContext.User = new ClaimsPrincipal(new ClaimsIdentity());

        return Elsewhere is null ? Redirect("/") : Page();
    }
}

using Deliberation.Web.Features.Account.StaffIdentity;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Account;

/// <summary>
/// Says what to do when a session opened with one factor wants to publish. What was typed comes along and waits here,
/// to be sent again once the person has shown a passkey.
/// </summary>
[Authorize(Policy = Policies.SignedIn)]
internal sealed class StepUp(DeliberationDb db, StaffIdentitySettings staff) : PageModel
{
    /// <summary>The staff identity provider; nothing when there is none.</summary>
    public StaffIdentitySettings? Staff => staff.IsSet ? staff : null;

    [BindProperty(SupportsGet = true)]
    public string? Retour { get; set; }

    public bool HasPasskey { get; private set; }

    /// <summary>True when a form came along.</summary>
    public bool IsWaiting { get; private set; }

    public IReadOnlyList<KeyValuePair<string, string>> Typed { get; private set; } = [];

    public string Back => Door.PlaceToGo(Retour);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return HttpContext.HasSecondFactor() ? Redirect(Back) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        IsWaiting = true;
        Typed =
        [
            .. Request
                .Form.Where(field => field.Key != "__RequestVerificationToken")
                .SelectMany(field =>
                    field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? ""))
                ),
        ];
        return new PageResult { StatusCode = StatusCodes.Status403Forbidden };
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var me = User.PersonId();
        HasPasskey = await db.Set<IdentityUserPasskey<Guid>>()
            .AnyAsync(key => key.UserId == me, cancellationToken);
    }
}

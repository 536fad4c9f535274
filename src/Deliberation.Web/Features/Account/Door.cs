using Deliberation.Web.Platform.Security.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Deliberation.Web.Features.Account;

/// <summary>Lets a person in on this device, and out again.</summary>
internal sealed class Door(TimeProvider clock)
{
    private static readonly string Scheme = IdentityConstants.ApplicationScheme;

    /// <summary>Opens a session with a new key, whoever was signed in on this device before.</summary>
    public Task EnterAsync(HttpContext context, Guid personId, SignInMeans means, bool isOwnDevice) =>
        EnterAsync(context, personId, new Opening(means, isOwnDevice));

    public async Task EnterAsync(HttpContext context, Guid personId, Opening opening)
    {
        await context.SignOutAsync(Scheme);
        // The handler of this request would renew the key it has read; one that reads no cookie makes a new key.
        context.Request.Headers.Cookie = "";
        var handler = ActivatorUtilities.CreateInstance<CookieAuthenticationHandler>(context.RequestServices);
        var schemes = context.RequestServices.GetRequiredService<IAuthenticationSchemeProvider>();
        var scheme = await schemes.GetSchemeAsync(Scheme);
        await handler.InitializeAsync(scheme!, context); // registered in DoorSetup
        await handler.SignInAsync(
            SessionTicket.Principal(personId),
            SessionTicket.Properties(
                opening,
                DeviceName.Of(context.Request.Headers.UserAgent.ToString()),
                clock.GetUtcNow()
            )
        );
    }

    public static Task LeaveAsync(HttpContext context) => context.SignOutAsync(Scheme);

    /// <summary>The page asked for, when it is one of ours; the account otherwise. An address elsewhere is never followed.</summary>
    public static string PlaceToGo(string? wanted) => IsOurs(wanted) ? wanted! : "/compte"; // IsOurs refuses null

    public static bool IsOurs(string? address) =>
        address is ['/', ..]
        && address.Length <= 500
        && !address.StartsWith("//", StringComparison.Ordinal)
        && !address.Contains('\\', StringComparison.Ordinal)
        && !address.Any(char.IsControl);
}

using System.Security.Cryptography;
using Deliberation.Web.Platform.Mail;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using Deliberation.Web.Platform.Security.Sessions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Deliberation.Web.Features.Account.StaffIdentity;

/// <summary>The address at which one signs out of the provider too (OpenID Connect RP-Initiated Logout 1.0).</summary>
internal sealed class StaffIdentityLeaving(
    DeliberationDb db,
    StaffIdentitySettings provider,
    IOptionsMonitor<StaffIdentityOptions> options,
    IDataProtectionProvider protection,
    PublicAddress address
)
{
    private readonly IDataProtector seal = protection.CreateProtector("staff-identity-token");

    public string Seal(string identityToken) => seal.Protect(identityToken);

    /// <summary>Nothing when the session was opened otherwise, or the provider has no such address.</summary>
    public async Task<string?> AddressAsync(HttpContext context)
    {
        var session = context.User.FindSessionId();
        var kept = provider.IsSet
            ? await db.Set<DeviceSession>()
                .Where(row => row.Id == session)
                .Select(row => row.SealedIdentityToken)
                .FirstOrDefaultAsync(context.RequestAborted)
            : null;
        return kept is null ? null : await AddressAsync(kept, context.RequestAborted);
    }

    private async Task<string?> AddressAsync(string sealedToken, CancellationToken cancellationToken)
    {
        try
        {
            var discovery = options.Get(StaffIdentityHandler.SchemeName).Discovery;
            var known = await discovery.GetConfigurationAsync(cancellationToken);
            return string.IsNullOrEmpty(known.EndSessionEndpoint)
                ? null
                : QueryHelpers.AddQueryString(
                    known.EndSessionEndpoint,
                    new Dictionary<string, string?>
                    {
                        ["id_token_hint"] = seal.Unprotect(sealedToken),
                        ["post_logout_redirect_uri"] = address.Of("/"),
                        ["state"] = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(16)),
                    }
                );
        }
        catch (Exception failure) when (failure is InvalidOperationException or CryptographicException)
        {
            // Leaving here must work when the provider does not answer.
            return null;
        }
    }
}

using Microsoft.AspNetCore.DataProtection;

namespace Deliberation.Web.Features.Account;

/// <summary>Remembers, for five minutes and in the browser that asked, the challenge a passkey must answer.</summary>
internal sealed partial class PasskeyCeremony(
    IDataProtectionProvider protection,
    IHostEnvironment environment,
    ILogger<PasskeyCeremony> log
)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly ITimeLimitedDataProtector seal = protection
        .CreateProtector("passkey-ceremony")
        .ToTimeLimitedDataProtector();

    private string Cookie => environment.IsDevelopment() ? "passkey" : "__Host-passkey";

    public void Begin(HttpContext context, string? challenge) =>
        context.Response.Cookies.Append(Cookie, seal.Protect(challenge ?? "", Lifetime), Options());

    /// <summary>The challenge, once; nothing when it is too old or was not asked for here.</summary>
    public string? Finish(HttpContext context)
    {
        var kept = context.Request.Cookies[Cookie];
        context.Response.Cookies.Delete(Cookie, Options());
        try
        {
            return kept is null ? null : seal.Unprotect(kept);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Why a key was refused, for whoever runs the service; the reader only learns that it was.</summary>
    [LoggerMessage(LogLevel.Warning, "A passkey was refused: {Reason}")]
    public partial void Refused(string reason);

    private CookieOptions Options() =>
        new()
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Strict,
            Secure = !environment.IsDevelopment(),
            Path = "/",
        };
}

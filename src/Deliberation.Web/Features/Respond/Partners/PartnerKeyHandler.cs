using System.Security.Claims;
using System.Text.Encodings.Web;
using Deliberation.Web.Platform.Localization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Deliberation.Web.Features.Respond.Partners;

/// <summary>Who a program is, by <c>Authorization: Bearer</c> and nothing else: no cookie opens these doors.</summary>
internal sealed class PartnerKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    PartnerKeys keys,
    FeatureTexts<PartnerKeyHandler> words
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "PartnerKey";
    public const string KeyClaim = "partner-key";
    public const string ScopeClaim = "scope";

    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var sent = Request.Headers.Authorization.ToString();
        if (!sent.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        if (await keys.FindAsync(sent[Bearer.Length..].Trim(), Context.RequestAborted) is not { } key)
        {
            return AuthenticateResult.Fail("No such key is in use.");
        }

        await keys.NoteAsync(key, Context.RequestAborted);
        var identity = new ClaimsIdentity(
            [new Claim(KeyClaim, key.Id.ToString("N")), new Claim(ScopeClaim, key.Scope)],
            SchemeName
        );
        return AuthenticateResult.Success(
            new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName)
        );
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var wrong = Request.Headers.Authorization.Count > 0 ? ", error=\"invalid_token\"" : "";
        return RefuseAsync(
            StatusCodes.Status401Unauthorized,
            $"Bearer realm=\"HealthSpace\"{wrong}",
            words["Cette adresse demande une clé en service, dans l’en-tête Authorization, de type Bearer."]
        );
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        RefuseAsync(
            StatusCodes.Status403Forbidden,
            "Bearer realm=\"HealthSpace\", error=\"insufficient_scope\"",
            words["Cette clé ne donne pas ce droit."]
        );

    private Task RefuseAsync(int status, string challenge, string detail)
    {
        Response.Headers.WWWAuthenticate = challenge;
        return DoorAnswers.Refuse(Request, new Refusal(status, detail)).ExecuteAsync(Context);
    }
}

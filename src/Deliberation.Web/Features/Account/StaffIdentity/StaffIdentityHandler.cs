using System.Net.Http.Headers;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Deliberation.Web.Features.Account.StaffIdentity;

/// <summary>
/// OpenID Connect over the built-in OAuth handler, which brings state, PKCE and the exchange of the code; added here: the
/// discovery document, the nonce, and every check of the identity token (OpenID Connect Core 1.0, 3.1.3.7).
/// </summary>
internal sealed class StaffIdentityHandler(
    IOptionsMonitor<StaffIdentityOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder
) : OAuthHandler<StaffIdentityOptions>(options, logger, encoder)
{
    public const string SchemeName = "staff-identity";
    private const string Nonce = "nonce";

    /// <summary>Says how each session was opened (RFC 8176); only sent to who understands the question.</summary>
    private const string ClaimsAsked = """{"id_token":{"amr":{"essential":true},"acr":null}}""";

    private OpenIdConnectConfiguration provider = new();

    /// <exception cref="StaffIdentityRefused">The provider does not answer, or says it is another.</exception>
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        await LearnAsync();
        await base.HandleChallengeAsync(properties);
    }

    protected override async Task<HandleRequestResult> HandleRemoteAuthenticateAsync()
    {
        await LearnAsync();
        // RFC 9207: an answer that names another issuer was meant for another client, or made by another provider.
        return Request.Query["iss"].ToString() is { Length: > 0 } issuer && issuer != provider.Issuer
            ? HandleRequestResult.Fail("The answer comes from another issuer.")
            : await base.HandleRemoteAuthenticateAsync();
    }

    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri)
    {
        var nonce = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        properties.Items[Nonce] = nonce; // travels sealed in the state
        var asked = new Dictionary<string, string?> { [Nonce] = nonce };
        if (Options.Provider.AcrValues.Length > 0)
        {
            asked["acr_values"] = Options.Provider.AcrValues;
        }

        if (provider.ClaimsParameterSupported)
        {
            asked["claims"] = ClaimsAsked;
        }

        return QueryHelpers.AddQueryString(base.BuildChallengeUrl(properties, redirectUri), asked);
    }

    protected override async Task<AuthenticationTicket> CreateTicketAsync(
        ClaimsIdentity identity,
        AuthenticationProperties properties,
        OAuthTokenResponse tokens
    )
    {
        var idToken =
            tokens.Response?.RootElement.TryGetProperty("id_token", out var value) == true
                ? value.GetString()
                : null;
        properties.Items.TryGetValue(Nonce, out var nonce);
        var vouched = await Vouched.FromAsync(
            idToken ?? throw new StaffIdentityRefused("No identity token."),
            nonce,
            Options
        );
        if (!string.IsNullOrEmpty(Options.UserInformationEndpoint))
        {
            vouched = await vouched.WithAsync(await UserInformationAsync(tokens), Options);
        }

        Context.Features.Set(vouched);
        return new AuthenticationTicket(new ClaimsPrincipal(identity), properties, Scheme.Name);
    }

    private async Task LearnAsync()
    {
        try
        {
            provider = await Options.Discovery.GetConfigurationAsync(Context.RequestAborted);
        }
        catch (InvalidOperationException failure)
        {
            throw new StaffIdentityRefused("The provider does not answer.", failure);
        }

        if (provider.Issuer.TrimEnd('/') != Options.Provider.Issuer)
        {
            throw new StaffIdentityRefused("The provider says it is another.");
        }

        // The same for every request: the handler reads its addresses here and nowhere else.
        Options.AuthorizationEndpoint = provider.AuthorizationEndpoint;
        Options.TokenEndpoint = provider.TokenEndpoint;
        Options.UserInformationEndpoint = provider.UserInfoEndpoint ?? "";
    }

    private async Task<string> UserInformationAsync(OAuthTokenResponse tokens)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Options.UserInformationEndpoint);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens.AccessToken);
        using var answer = await Backchannel.SendAsync(request, Context.RequestAborted);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadAsStringAsync(Context.RequestAborted)).Trim();
    }
}

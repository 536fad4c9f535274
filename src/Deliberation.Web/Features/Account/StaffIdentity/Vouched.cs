using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Deliberation.Web.Features.Account.StaffIdentity;

/// <summary>What the provider vouched for, once every check has passed.</summary>
/// <param name="Subject">Who, for this provider, for ever.</param>
/// <param name="Email">Only an address that was verified.</param>
internal sealed record Vouched(string Subject, string? Email, bool HasTwoFactors, string IdToken)
{
    /// <summary>Keys only the provider holds; “none” and shared secrets are no signature.</summary>
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256,
        SecurityAlgorithms.RsaSsaPssSha256,
        SecurityAlgorithms.EcdsaSha256,
    ];

    private static readonly JsonWebTokenHandler Reader = new() { MapInboundClaims = false };

    /// <exception cref="StaffIdentityRefused">Signature, issuer, audience, time or nonce is not what it must be.</exception>
    public static async Task<Vouched> FromAsync(string idToken, string? nonce, StaffIdentityOptions options)
    {
        var token = await ReadAsync(idToken, options, mustExpire: true);
        Require(nonce is not null && Text(token, "nonce") == nonce, "Another nonce was sent.");
        Require(
            Text(token, "azp") is null or "" || Text(token, "azp") == options.ClientId,
            "Made for another."
        );
        Require(token.Subject is { Length: > 0 and <= 128 }, "No subject.");
        var hasTwo =
            options.Provider.MeansTwoFactors(Text(token, "acr") ?? "")
            || token.Claims.Any(claim => claim is { Type: "amr", Value: "mfa" });
        return new Vouched(token.Subject, EmailOf(token, options), hasTwo, idToken);
    }

    /// <summary>Completed by the user information: a signed JWT (ProConnect), or JSON.</summary>
    /// <exception cref="StaffIdentityRefused">It is not believed, or speaks of someone else.</exception>
    public async Task<Vouched> WithAsync(string userInformation, StaffIdentityOptions options)
    {
        var about = userInformation.StartsWith('{')
            ? new JsonWebToken("{}", userInformation)
            : await ReadAsync(userInformation, options, mustExpire: false);
        Require(Text(about, "sub") == Subject, "The user information speaks of someone else.");
        return this with { Email = EmailOf(about, options) ?? Email };
    }

    private static async Task<JsonWebToken> ReadAsync(
        string token,
        StaffIdentityOptions options,
        bool mustExpire
    )
    {
        var read = await Reader.ValidateTokenAsync(
            token,
            new TokenValidationParameters
            {
                ConfigurationManager = options.Discovery,
                ValidIssuer = options.Provider.Issuer,
                ValidAudience = options.ClientId,
                ValidAlgorithms = Algorithms,
                RequireExpirationTime = mustExpire,
                ClockSkew = TimeSpan.FromMinutes(1),
            }
        );
        return read.IsValid
            ? (JsonWebToken)read.SecurityToken
            : throw new StaffIdentityRefused("A token is not valid.", read.Exception);
    }

    private static string? EmailOf(JsonWebToken token, StaffIdentityOptions options)
    {
        var verified = Text(token, "email_verified");
        var isVerified = verified is null
            ? options.Provider.EmailIsVerified
            : string.Equals(verified, "true", StringComparison.OrdinalIgnoreCase);
        return isVerified ? Text(token, "email") : null;
    }

    private static string? Text(JsonWebToken token, string name) =>
        token.Claims.FirstOrDefault(claim => claim.Type == name)?.Value;

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new StaffIdentityRefused(otherwise);
        }
    }
}

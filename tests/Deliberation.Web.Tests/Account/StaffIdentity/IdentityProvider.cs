using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Deliberation.Web.Tests.Account.StaffIdentity;

/// <summary>What the provider does wrong, or somebody in its name.</summary>
public enum Flaw
{
    None,
    AnotherNonce,
    NoNonce,
    AnotherAudience,
    AnotherIssuer,
    AuthorizedForAnother,
    Expired,
    Unsigned,
    AnotherKey,
    SharedSecret,
    NoIdentityToken,
    InformationOfAnother,
    InformationByAnotherKey,
    UnverifiedAddress,
}

/// <summary>A small OpenID Connect provider with real keys on a real port, as strict as the standard about codes.</summary>
internal sealed class IdentityProvider : IAsyncDisposable
{
    public const string ClientId = "deliberation";
    public const string ClientSecret = "a-secret-that-only-the-two-of-us-know-0123456789";
    private const string KeyId = "key-1";

    private readonly ConcurrentDictionary<string, Asked> codes = new();
    private readonly RSA key = RSA.Create(2048);
    private readonly RSA anotherKey = RSA.Create(2048);
    private readonly WebApplication app;

    public IdentityProvider()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapGet("/.well-known/openid-configuration", Describe);
        app.MapGet("/keys", Keys);
        app.MapGet("/authorize", Authorize);
        app.MapPost("/token", ExchangeAsync);
        app.MapGet("/userinfo", Information);
    }

    public string Issuer => app.Urls.First();

    public Flaw Flaw { get; set; }

    public string Subject { get; set; } = "sub-1";

    public string Email { get; set; } = "agent@example.org";

    public string Level { get; set; } = "eidas1";

    public string[] Methods { get; set; } = ["pwd"];

    /// <summary>Said instead of giving a code.</summary>
    public string? Error { get; set; }

    public Task StartAsync() => app.StartAsync();

    /// <summary>What the person's browser does there: follows the address, is sent back to another one.</summary>
    public static async Task<string> VisitAsync(string address)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler);
        using var answer = await client.GetAsync(address);
        return answer.Headers.Location!.PathAndQuery; // the provider always sends back
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        key.Dispose();
        anotherKey.Dispose();
    }

    private IResult Describe() =>
        Results.Json(
            new Dictionary<string, object>
            {
                ["issuer"] = Issuer,
                ["authorization_endpoint"] = $"{Issuer}/authorize",
                ["token_endpoint"] = $"{Issuer}/token",
                ["userinfo_endpoint"] = $"{Issuer}/userinfo",
                ["end_session_endpoint"] = $"{Issuer}/leave",
                ["jwks_uri"] = $"{Issuer}/keys",
                ["claims_parameter_supported"] = true,
            }
        );

    private IResult Keys()
    {
        var known = key.ExportParameters(includePrivateParameters: false);
        return Results.Json(
            new
            {
                keys = new[]
                {
                    new
                    {
                        kty = "RSA",
                        use = "sig",
                        alg = "RS256",
                        kid = KeyId,
                        n = WebEncoders.Base64UrlEncode(known.Modulus!), // every RSA key has both
                        e = WebEncoders.Base64UrlEncode(known.Exponent!),
                    },
                },
            }
        );
    }

    private IResult Authorize(HttpRequest request)
    {
        var query = request.Query;
        var back = query["redirect_uri"].ToString();
        var code = Guid.NewGuid().ToString("N");
        codes[code] = new Asked(query["nonce"]!, query["code_challenge"]!, back);
        var answer = new Dictionary<string, string?> { ["state"] = query["state"], ["iss"] = Issuer };
        answer[Error is null ? "code" : "error"] = Error ?? code;
        return Results.Redirect(QueryHelpers.AddQueryString(back, answer));
    }

    private async Task<IResult> ExchangeAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var verifier = form["code_verifier"].ToString();
        var challenge = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
        var isRight =
            codes.TryRemove(form["code"].ToString(), out var asked) // once
            && challenge == asked.Challenge
            && form["redirect_uri"] == asked.RedirectUri
            && form["client_id"] == ClientId
            && form["client_secret"] == ClientSecret;
        return isRight
            ? Results.Json(
                new Dictionary<string, string?>
                {
                    ["access_token"] = "access",
                    ["token_type"] = "Bearer",
                    ["id_token"] = Flaw == Flaw.NoIdentityToken ? null : IdToken(asked!.Nonce),
                }
            )
            : Results.Json(new { error = "invalid_grant" }, statusCode: 400);
    }

    private IResult Information(HttpRequest request)
    {
        var about = new Dictionary<string, object>
        {
            ["sub"] = Flaw == Flaw.InformationOfAnother ? "somebody-else" : Subject,
            ["email"] = Email,
            ["email_verified"] = Flaw != Flaw.UnverifiedAddress,
        };
        var signer = Flaw == Flaw.InformationByAnotherKey ? anotherKey : key;
        return request.Headers.Authorization == "Bearer access"
            ? Results.Text(Sign(about, Signed(signer), ClientId), "application/jwt")
            : Results.Unauthorized();
    }

    private string IdToken(string nonce)
    {
        var claims = new Dictionary<string, object>
        {
            ["sub"] = Subject,
            ["acr"] = Level,
            ["amr"] = Methods,
        };
        if (Flaw != Flaw.NoNonce)
        {
            claims["nonce"] = Flaw == Flaw.AnotherNonce ? "another" : nonce;
        }

        if (Flaw == Flaw.AuthorizedForAnother)
        {
            claims["azp"] = "somebody-else";
        }

        var signed = Flaw switch
        {
            Flaw.Unsigned => null,
            Flaw.AnotherKey => Signed(anotherKey),
            Flaw.SharedSecret => new SigningCredentials(
                new SymmetricSecurityKey(Encoding.UTF8.GetBytes(ClientSecret)) { KeyId = KeyId },
                SecurityAlgorithms.HmacSha256
            ),
            _ => Signed(key),
        };
        return Sign(claims, signed, Flaw == Flaw.AnotherAudience ? "somebody-else" : ClientId);
    }

    private static SigningCredentials Signed(RSA by) =>
        new(new RsaSecurityKey(by) { KeyId = KeyId }, SecurityAlgorithms.RsaSha256);

    private string Sign(Dictionary<string, object> claims, SigningCredentials? signed, string audience)
    {
        var now = Flaw == Flaw.Expired ? DateTime.UtcNow.AddHours(-1) : DateTime.UtcNow;
        return new JsonWebTokenHandler().CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = Flaw == Flaw.AnotherIssuer ? "https://ailleurs.example" : Issuer,
                Audience = audience,
                Claims = claims,
                IssuedAt = now,
                NotBefore = now,
                Expires = now.AddMinutes(5),
                SigningCredentials = signed,
            }
        );
    }

    private sealed record Asked(string Nonce, string Challenge, string RedirectUri);
}

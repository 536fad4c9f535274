using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Deliberation.Web.Platform.Security.Sessions;

/// <summary>How a session opens.</summary>
/// <param name="SealedIdentityToken">What the staff identity provider asks back when one signs out of it too.</param>
internal sealed record Opening(SignInMeans Means, bool IsOwnDevice, string? SealedIdentityToken = null);

/// <summary>A session as the cookie handler sees it: who, from which session, until when; no name, no address, no role.</summary>
internal static class SessionTicket
{
    public const string Device = "device";
    public const string Means = "means";
    public const string IdentityToken = "identity-token";

    public static readonly TimeSpan OnOwnDevice = TimeSpan.FromDays(30);
    public static readonly TimeSpan OnSharedComputer = TimeSpan.FromHours(2);

    public static AuthenticationTicket For(DeviceSession session)
    {
        var opening = new Opening(session.Means, session.IsOwnDevice);
        var properties = Properties(opening, session.Device, session.SeenAt);
        properties.ExpiresUtc = session.ExpiresAt;
        Claim[] claims =
        [
            new(SignedInPerson.SessionClaim, session.Id.ToString()),
            new(SecondFactor.MeansClaim, session.Means.ToString()),
        ];
        return new AuthenticationTicket(
            Principal(session.PersonId, claims),
            properties,
            IdentityConstants.ApplicationScheme
        );
    }

    public static AuthenticationProperties Properties(Opening opening, string device, DateTimeOffset now)
    {
        var properties = new AuthenticationProperties
        {
            IsPersistent = opening.IsOwnDevice,
            IssuedUtc = now,
            ExpiresUtc = now + (opening.IsOwnDevice ? OnOwnDevice : OnSharedComputer),
        };
        properties.SetString(IdentityToken, opening.SealedIdentityToken);
        properties.SetString(Means, ((int)opening.Means).ToString(CultureInfo.InvariantCulture));
        properties.SetString(Device, device);
        return properties;
    }

    public static ClaimsPrincipal Principal(Guid personId, params Claim[] claims) =>
        new(
            new ClaimsIdentity(
                [new Claim(ClaimTypes.NameIdentifier, personId.ToString()), .. claims],
                IdentityConstants.ApplicationScheme
            )
        );

    public static SignInMeans MeansOf(AuthenticationProperties properties) =>
        int.TryParse(properties.GetString(Means), CultureInfo.InvariantCulture, out var means)
            ? (SignInMeans)means
            : SignInMeans.Link;
}

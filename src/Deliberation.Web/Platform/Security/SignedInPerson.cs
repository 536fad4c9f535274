using System.Security.Claims;

namespace Deliberation.Web.Platform.Security;

/// <summary>Who is asking, from the session.</summary>
internal static class SignedInPerson
{
    /// <summary>Carries the id of the device session, which one can list and end.</summary>
    public const string SessionClaim = "device-session";

    /// <summary>The session this request or connection belongs to.</summary>
    public static Guid? FindSessionId(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(SessionClaim), out var id) ? id : null;

    public static Guid? FindPersonId(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    /// <exception cref="InvalidOperationException">Nobody is signed in: the page forgot its authorisation.</exception>
    public static Guid PersonId(this ClaimsPrincipal user) =>
        user.FindPersonId() ?? throw new InvalidOperationException("Nobody is signed in.");
}

using System.Security.Claims;

namespace Deliberation.Web.Platform.Security;

/// <summary>Who is asking, from the session.</summary>
internal static class SignedInPerson
{
    public static Guid? FindPersonId(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    /// <exception cref="InvalidOperationException">Nobody is signed in: the page forgot its authorisation.</exception>
    public static Guid PersonId(this ClaimsPrincipal user) =>
        user.FindPersonId() ?? throw new InvalidOperationException("Nobody is signed in.");
}

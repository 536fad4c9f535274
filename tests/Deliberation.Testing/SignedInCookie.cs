using System.Globalization;
using System.Security.Claims;
using Deliberation.Web.Features.Account;
using Deliberation.Web.Platform.Security.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Deliberation.Testing;

/// <summary>The cookie that a person who came in through the door would carry; the door has its own tests.</summary>
internal static class SignedInCookie
{
    public static string For(
        IServiceProvider services,
        Guid personId,
        SignInMeans means = SignInMeans.Passkey,
        TimeSpan? lifetime = null
    )
    {
        using var scope = services.CreateScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var person =
            people.FindByIdAsync(personId.ToString()).Result
            ?? throw new InvalidOperationException("No such person.");
        var principal = scope
            .ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<Person>>()
            .CreateAsync(person)
            .Result;
        var options = scope
            .ServiceProvider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>()
            .Get(IdentityConstants.ApplicationScheme);
        var now = DateTimeOffset.UtcNow;
        var properties = new AuthenticationProperties
        {
            IssuedUtc = now,
            ExpiresUtc = now + (lifetime ?? TimeSpan.FromHours(2)),
        };
        properties.SetString(SessionTicket.Means, ((int)means).ToString(CultureInfo.InvariantCulture));
        var ticket = new AuthenticationTicket(principal, properties, IdentityConstants.ApplicationScheme);
        if (options.SessionStore is { } store)
        {
            var key = store.StoreAsync(ticket).Result;
            // The claim under which the cookie handler keeps the key of a stored session.
            var reference = new ClaimsIdentity(
                [new Claim("Microsoft.AspNetCore.Authentication.Cookies-SessionId", key)],
                "Cookies"
            );
            ticket = new AuthenticationTicket(
                new ClaimsPrincipal(reference),
                properties,
                IdentityConstants.ApplicationScheme
            );
        }

        return $"{options.Cookie.Name}={options.TicketDataFormat.Protect(ticket)}";
    }
}

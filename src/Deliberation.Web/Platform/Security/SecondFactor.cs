using System.Security.Claims;
using Deliberation.Web.Platform.Security.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Deliberation.Web.Platform.Security;

/// <summary>
/// On a page that acts in the name of an institution or of this service, or that gives the right to: only a session
/// opened with two factors goes further. See docs/adr/0011-second-factor-to-publish.md for which pages, and why.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class SecondFactorAttribute : Attribute, IAsyncAuthorizationFilter
{
    public Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        if (!context.HttpContext.HasSecondFactor())
        {
            context.Result = SecondFactor.Ask(context.HttpContext);
        }

        return Task.CompletedTask;
    }
}

/// <summary>Whether a session was opened with two factors, and where one goes when it was not.</summary>
internal static class SecondFactor
{
    /// <summary>Carries how the session was opened, from the database.</summary>
    public const string MeansClaim = "session-means";

    /// <summary>A passkey is two: the device, and what unlocks it. A letter or a card is one.</summary>
    public static bool IsHeldBy(SignInMeans means, bool isDevelopment) =>
        means switch
        {
            SignInMeans.Passkey or SignInMeans.StaffIdentityTwoFactors => true,
            SignInMeans.Demo => isDevelopment,
            _ => false,
        };

    public static bool HasSecondFactor(this HttpContext context) =>
        Enum.TryParse<SignInMeans>(context.User.FindFirstValue(MeansClaim), out var means)
        && IsHeldBy(means, context.RequestServices.GetRequiredService<IHostEnvironment>().IsDevelopment());

    /// <summary>Leads to the page that says what to do; a form goes along, so that nothing typed is lost.</summary>
    public static IActionResult Ask(HttpContext context)
    {
        var back = $"{context.Request.PathBase}{context.Request.Path}{context.Request.QueryString}";
        var target = $"/compte/confirmer?retour={Uri.EscapeDataString(back)}";
        return HttpMethods.IsPost(context.Request.Method)
            ? new RedirectResult(target, permanent: false, preserveMethod: true)
            : new RedirectResult(target);
    }
}

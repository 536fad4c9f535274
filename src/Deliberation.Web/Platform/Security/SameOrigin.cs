using Microsoft.AspNetCore.Diagnostics;

namespace Deliberation.Web.Platform.Security;

/// <summary>
/// Refuses what another site makes a browser send: an unsafe method or a socket whose Origin is not ours.
/// Antiforgery tokens guard the forms besides; hubs and the API have only this
/// (https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html).
/// </summary>
internal static class SameOrigin
{
    public static IApplicationBuilder UseSameOrigin(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                if (IsGuarded(context.Request) && !IsOurs(context.Request))
                {
                    context.Response.StatusCode = StatusCodes.Status403Forbidden;
                    return Task.CompletedTask;
                }

                return next();
            }
        );

    // What was refused once goes through again as the page that says so: refused twice, it would be a blank.
    private static bool IsGuarded(HttpRequest request) =>
        request.HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null
        && (
            request.HttpContext.WebSockets.IsWebSocketRequest
            || request.Path.StartsWithSegments("/live", StringComparison.OrdinalIgnoreCase)
            || !(
                HttpMethods.IsGet(request.Method)
                || HttpMethods.IsHead(request.Method)
                || HttpMethods.IsOptions(request.Method)
            )
        );

    private static bool IsOurs(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0)
        {
            // No browser: then no cookie of a victim either. Sockets always carry an Origin in browsers.
            return request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none";
        }

        return Uri.TryCreate(origin, UriKind.Absolute, out var from)
            && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }
}

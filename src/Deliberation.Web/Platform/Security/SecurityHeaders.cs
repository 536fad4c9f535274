namespace Deliberation.Web.Platform.Security;

/// <summary>
/// The headers of every answer: nothing inline, nothing from elsewhere, in nobody's frame but for the one form that says
/// so with <see cref="ForOtherSitesAttribute"/>.
/// </summary>
internal static class SecurityHeaders
{
    private const string Content =
        "default-src 'none'; script-src 'self'; style-src 'self'{0}; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors {1}; manifest-src 'self'";

    /// <summary>Set by a page whose editor adds a style element of its own, with this nonce.</summary>
    public const string NonceItem = "style-nonce";

    /// <summary>Set by an error page that stands in the frame of the page it replaces: what that page allows.</summary>
    public const string ForOtherSitesItem = "for-other-sites";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app)
    {
        var hosts = app.ApplicationServices.GetRequiredService<FrameHosts>();
        return app.Use(
            (context, next) =>
            {
                context.Response.OnStarting(() =>
                {
                    Write(context, hosts);
                    return Task.CompletedTask;
                });
                return next();
            }
        );
    }

    private static void Write(HttpContext context, FrameHosts hosts)
    {
        var headers = context.Response.Headers;
        // Of the endpoint that answers in the end: an error page is in nobody's frame, unless it tells of one that is.
        var open =
            context.Items[ForOtherSitesItem] as ForOtherSitesAttribute
            ?? context.GetEndpoint()?.Metadata.GetMetadata<ForOtherSitesAttribute>();
        var nonce = context.Items[NonceItem] is string value ? $" 'nonce-{value}'" : "";
        headers.ContentSecurityPolicy = Content
            .Replace("{0}", nonce, StringComparison.Ordinal)
            .Replace(
                "{1}",
                open is { InFrames: true } ? hosts.Ancestors : "'none'",
                StringComparison.Ordinal
            );
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), interest-cohort=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = open is null ? "same-origin" : "cross-origin";
        if (open is not null)
        {
            headers.Remove("Set-Cookie");
        }

        if (context.User.Identity?.IsAuthenticated == true || context.Request.Method != HttpMethods.Get)
        {
            headers.CacheControl = "no-store";
        }
    }
}

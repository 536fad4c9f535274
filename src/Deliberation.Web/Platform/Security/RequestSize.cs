using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace Deliberation.Web.Platform.Security;

/// <summary>
/// Refuses a request that announces too much before any of it is read: read later, by the antiforgery check, it would
/// be told as a form that cannot be understood.
/// </summary>
internal static class RequestSize
{
    /// <summary>In bytes, unless a page says otherwise; the server itself cuts what is longer than announced.</summary>
    public const int Most = 1024 * 1024;

    /// <summary>After routing, which tells the page: one that takes files has a <see cref="RequestSizeLimitAttribute"/>.</summary>
    public static IApplicationBuilder UseRequestSize(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                var asked = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>();
                if (context.Request.ContentLength > (asked?.MaxRequestBodySize ?? Most))
                {
                    Forget(context.Request);
                    context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
                    return Task.CompletedTask;
                }

                return next();
            }
        );

    /// <summary>The error page that follows must not try to read the form again.</summary>
    private static void Forget(HttpRequest request)
    {
        request.Body = Stream.Null;
        request.ContentLength = 0;
        request.ContentType = null;
    }
}

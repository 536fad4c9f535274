namespace Deliberation.Web.Platform.Security;

/// <summary>
/// Refuses a request that announces too much before any of it is read: read later, by the antiforgery check, it would
/// be told as a form that cannot be understood.
/// </summary>
internal static class RequestSize
{
    /// <summary>In bytes; the server itself cuts what is longer than announced.</summary>
    public const int Most = 1024 * 1024;

    public static IApplicationBuilder UseRequestSize(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                if (context.Request.ContentLength > Most)
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

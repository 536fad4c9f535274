using System.Globalization;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Diagnostics;

namespace Deliberation.Web.Platform.Security;

/// <summary>
/// Counts the connections that are open. Those who come when there are too many are told so, in a page or in data, and
/// let go: a line that is cut says neither why nor when to come back.
/// </summary>
internal sealed class Crowd(IConfiguration configuration)
{
    public const int RetryAfterSeconds = 10;

    private readonly int most = configuration.GetValue("Server:MostConnections", 5_000);
    private int open;

    /// <summary>How many more may come in to be told; beyond them the server cuts.</summary>
    public int Most => most + 1_000;

    /// <summary>Around each connection, from its first byte to its last.</summary>
    public ConnectionDelegate Count(ConnectionDelegate next) =>
        async connection =>
        {
            if (Interlocked.Increment(ref open) > most)
            {
                connection.Features.Set(new Turned());
            }

            try
            {
                await next(connection);
            }
            finally
            {
                Interlocked.Decrement(ref open);
            }
        };

    /// <summary>Marks a connection that came when there were too many.</summary>
    internal sealed record Turned;
}

/// <summary>What those are told who come when too many connections are open.</summary>
internal static class CrowdTold
{
    /// <summary>At the front: whatever they are given, their connection is not kept.</summary>
    public static IApplicationBuilder UseShortStays(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                if (IsTurned(context) && HttpProtocol.IsHttp11(context.Request.Protocol))
                {
                    context.Response.OnStarting(() =>
                    {
                        context.Response.Headers.Connection = "close";
                        return Task.CompletedTask;
                    });
                }

                return next();
            }
        );

    /// <summary>After routing, so that a page in a frame is answered there; what looks after the service still reads its health.</summary>
    public static IApplicationBuilder UseCrowd(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                if (
                    !IsTurned(context)
                    || context.Features.Get<IStatusCodeReExecuteFeature>() is not null
                    || context.Request.Path.StartsWithSegments("/sante", StringComparison.Ordinal)
                )
                {
                    return next();
                }

                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                context.Response.Headers.RetryAfter = Crowd.RetryAfterSeconds.ToString(
                    CultureInfo.InvariantCulture
                );
                return Task.CompletedTask;
            }
        );

    private static bool IsTurned(HttpContext context) => context.Features.Get<Crowd.Turned>() is not null;
}

using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Deliberation.Web.Platform.Caching;

/// <summary>
/// Marks a public page by what it says (ETag), so that a reader who has it does not take it again. The mark is weak:
/// the same words may be compressed in several ways.
/// </summary>
internal static class PageTag
{
    public static async Task WriteAsync(HttpContext context, RequestDelegate next)
    {
        if (!SameForEveryone.Applies(context))
        {
            await next(context);
            return;
        }

        var body = context.Response.Body;
        using var page = new MemoryStream();
        context.Response.Body = page;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
        }

        if (context.Response.StatusCode == StatusCodes.Status200OK && IsKnown(context, page))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            context.Response.ContentLength = null;
            context.Response.Headers.Remove(HeaderNames.ContentType);
        }
        else if (page.Length > 0)
        {
            page.Position = 0;
            await page.CopyToAsync(body, context.RequestAborted);
        }
    }

    private static bool IsKnown(HttpContext context, MemoryStream page)
    {
        var headers = context.Response.GetTypedHeaders();
        if (headers.ETag is null)
        {
            var hash = SHA256.HashData(page.GetBuffer().AsSpan(0, (int)page.Length));
            headers.ETag = new EntityTagHeaderValue(
                $"\"{Convert.ToHexStringLower(hash.AsSpan(0, 12))}\"",
                isWeak: true
            );
        }

        var tag = headers.ETag;
        headers.CacheControl ??= new CacheControlHeaderValue { NoCache = true };
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Cookie);
        return context
            .Request.GetTypedHeaders()
            .IfNoneMatch.Any(mine => mine.Compare(tag, useStrongComparison: false));
    }
}

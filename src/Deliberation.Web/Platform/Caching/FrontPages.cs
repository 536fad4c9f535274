using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Deliberation.Web.Platform.Localization;
using Microsoft.Extensions.Primitives;

namespace Deliberation.Web.Platform.Caching;

/// <summary>
/// Public pages as they were last sent, for readers who bring no cookie but their language: answered before it is
/// worked out who asks and for what. Whatever is not here, or was made before something public was kept, goes the
/// ordinary way, which alone decides what may be kept.
/// </summary>
internal sealed class FrontPages(PublicStamp stamp, TimeProvider clock)
{
    private const int MostPages = 1_000;
    private const int MostBytes = 64 * 1024 * 1024;

    private readonly ConcurrentDictionary<Asked, SentPage> pages = new();
    private long bytes;

    public async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        if (Asked.By(context.Request) is not { } asked)
        {
            await next(context);
            return;
        }

        var now = clock.GetUtcNow();
        if (pages.TryGetValue(asked, out var page) && page.IsFresh(stamp.Current, now))
        {
            await page.SendAsync(context.Response, now);
            return;
        }

        var current = stamp.Current;
        await next(context);
        if (
            context.Features.Get<Body>() is { } body
            && SentPage.Of(context.Response, body.Bytes, (current, now)) is { } sent
        )
        {
            Keep(asked, sent);
        }
    }

    /// <summary>Within the ordinary way: holds what is sent of a public page, so that it can be sent again.</summary>
    public static async Task HoldAsync(HttpContext context, RequestDelegate next)
    {
        if (!SameForEveryone.Applies(context))
        {
            await next(context);
            return;
        }

        var answer = context.Response.Body;
        using var held = new MemoryStream();
        context.Response.Body = held;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = answer;
        }

        var sent = held.ToArray();
        if (sent.Length > 0)
        {
            context.Features.Set(new Body(sent));
            context.Response.ContentLength = sent.Length;
            await answer.WriteAsync(sent, context.RequestAborted);
        }
    }

    // Full: begun again with what is asked for now.
    private void Keep(Asked asked, SentPage page)
    {
        if (pages.Count >= MostPages || Interlocked.Read(ref bytes) > MostBytes)
        {
            pages.Clear();
            Interlocked.Exchange(ref bytes, 0);
        }

        pages[asked] = page;
        Interlocked.Add(ref bytes, page.Length);
    }

    private sealed record Body(byte[] Bytes);

    /// <summary>All that a public page may depend on.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Asked(
        string Scheme,
        string Host,
        string Path,
        string Query,
        string Cookie,
        string Encodings
    )
    {
        private const string Language = LocalizationSetup.CookieName + "=";

        /// <summary>Nothing when the ordinary way has to answer.</summary>
        public static Asked? By(HttpRequest request)
        {
            var headers = request.Headers;
            var cookie = headers.Cookie.ToString();
            var isAnyone =
                HttpMethods.IsGet(request.Method)
                && (
                    cookie.Length == 0
                    || (cookie.StartsWith(Language, StringComparison.Ordinal) && !cookie.Contains(';'))
                )
                && StringValues.IsNullOrEmpty(headers.Authorization)
                && StringValues.IsNullOrEmpty(headers.IfNoneMatch);
            return isAnyone
                ? new Asked(
                    request.Scheme,
                    request.Host.Value ?? "",
                    request.PathBase.Value + request.Path.Value,
                    request.QueryString.Value ?? "",
                    cookie,
                    headers.AcceptEncoding.ToString()
                )
                : null;
        }
    }
}

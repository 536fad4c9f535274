using System.Globalization;
using Deliberation.Domain.Respond.Tracking;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Primitives;

namespace Deliberation.Web.Platform.Caching;

/// <summary>
/// On a page or an endpoint that says the same to everyone who is not signed in: no form to send, no nonce, no cookie.
/// It is made once, and again as soon as something public is kept.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class SameForEveryoneAttribute : Attribute;

/// <summary>What is kept of public pages, for whom, and for how long.</summary>
internal sealed class SameForEveryone(
    PublicStamp stamp,
    TimeProvider clock,
    IResponseCompressionProvider compression
) : IOutputCachePolicy
{
    /// <summary>The longest that another node, which does not hear of what is kept here, may show an older page.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(10);

    /// <summary>Longer questions than people ask would only fill the memory.</summary>
    private const int LongestQuery = 300;

    public static bool Applies(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method)
        && context.GetEndpoint()?.Metadata.GetMetadata<SameForEveryoneAttribute>() is not null
        && context.User.Identity?.IsAuthenticated != true
        && !context.Request.Headers.ContainsKey("Authorization")
        && !context.Request.Query.ContainsKey(Localization.LocalizationSetup.QueryKey) // answered with a cookie
        && context.Request.QueryString.Value is not { Length: > LongestQuery };

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var applies = Applies(context.HttpContext);
        context.EnableOutputCaching = applies;
        context.AllowCacheLookup = applies;
        context.AllowCacheStorage = applies;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = Lifetime;
        var vary = context.CacheVaryByRules;
        vary.QueryKeys = "*";
        vary.VaryByValues["stamp"] = stamp.Current.ToString(CultureInfo.InvariantCulture);
        vary.VaryByValues["language"] = CultureInfo.CurrentUICulture.Name;
        // What is late changes with the day.
        vary.VaryByValues["day"] = WorkingDays
            .DateInParis(clock.GetUtcNow())
            .ToString("O", CultureInfo.InvariantCulture);
        vary.VaryByValues["encoding"] =
            compression.GetCompressionProvider(context.HttpContext)?.EncodingName ?? "";
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) =>
        ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        context.AllowCacheStorage &= MayBeKept(context.HttpContext.Response);
        return ValueTask.CompletedTask;
    }

    public static bool MayBeKept(HttpResponse response) =>
        response.StatusCode == StatusCodes.Status200OK
        && StringValues.IsNullOrEmpty(response.Headers.SetCookie)
        // Written by antiforgery: a page with a form that somebody marked by mistake.
        && !response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.Ordinal);
}

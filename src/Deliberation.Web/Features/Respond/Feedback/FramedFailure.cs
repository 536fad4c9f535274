using Deliberation.Web.Platform.Security;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.WebUtilities;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>What goes wrong with a page in a frame is told in that frame: a browser shows a blank for what may not stand there.</summary>
internal static class FramedFailure
{
    /// <summary>Before an error is told: takes the look that the site around it chose, when it stands in a frame.</summary>
    /// <returns>The look; null outside a frame.</returns>
    public static FrameLook? Prepare(HttpContext context)
    {
        var again = context.Features.Get<IStatusCodeReExecuteFeature>();
        var asked = again?.Endpoint ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
        if (asked?.Metadata.GetMetadata<ForOtherSitesAttribute>() is not { InFrames: true } open)
        {
            return null;
        }

        var look = LookOf(again?.OriginalQueryString ?? context.Request.QueryString.Value, context);
        context.Features.Set(look);
        context.Items[SecurityHeaders.NonceItem] = look.Nonce;
        context.Items[SecurityHeaders.ForOtherSitesItem] = open;
        return look;
    }

    // A choice that cannot be followed has been told before; here our own look does.
    private static FrameLook LookOf(string? query, HttpContext context)
    {
        var hosts = context.RequestServices.GetRequiredService<FrameHosts>();
        var look = FrameLook.Read(new QueryCollection(QueryHelpers.ParseQuery(query)), hosts);
        return look.Refused.Count == 0 ? look : FrameLook.Read(QueryCollection.Empty, hosts);
    }
}

using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Mvc;

namespace Deliberation.Web.Platform.Security.Throttling;

/// <summary>The answer 429, which says when to come back.</summary>
internal static class TooMany
{
    public static StatusCodeResult Tries(HttpContext context, TimeSpan wait)
    {
        context.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(
            CultureInfo.InvariantCulture
        );
        return new StatusCodeResult(StatusCodes.Status429TooManyRequests);
    }

    /// <summary>Where a request comes from; one subscriber's whole IPv6 network counts as one.</summary>
    public static string SourceOf(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.Loopback;
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes()[..8])
            : address.ToString();
    }
}

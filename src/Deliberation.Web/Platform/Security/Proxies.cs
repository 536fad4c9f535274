using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Deliberation.Web.Platform.Security;

/// <summary>
/// Whose word is taken for where a request comes from: the setting <c>Proxies</c>, addresses or networks parted by
/// semicolons. Nobody's by default: a visitor could otherwise pretend to be anyone, and slip under every limit.
/// </summary>
internal static class Proxies
{
    public static IApplicationBuilder UseProxies(this WebApplication app)
    {
        var known = (app.Configuration["Proxies"] ?? "").Split(
            ';',
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );
        return known.Length == 0 ? app : app.UseForwardedHeaders(Believing(known));
    }

    private static ForwardedHeadersOptions Believing(IEnumerable<string> known)
    {
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
        };
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        foreach (var proxy in known)
        {
            if (proxy.Contains('/', StringComparison.Ordinal))
            {
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            }
            else
            {
                options.KnownProxies.Add(IPAddress.Parse(proxy));
            }
        }

        return options;
    }
}

using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Deliberation.Web.Platform.Security;

/// <summary>How much one request, and all connections together, may ask of the process.</summary>
internal static class ServerLimits
{
    public static void Set(KestrelServerOptions server)
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = RequestSize.Most;
        // Well under the descriptors a process gets: .NET aborts when they run out.
        var crowd = server.ApplicationServices.GetRequiredService<Crowd>();
        server.Limits.MaxConcurrentConnections = crowd.Most;
        server.ConfigureEndpointDefaults(line => line.Use(crowd.Count));
    }
}

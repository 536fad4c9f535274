using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Deliberation.Web.Platform.Security;

/// <summary>How much one request, and all connections together, may ask of the process.</summary>
internal static class ServerLimits
{
    // Well under the descriptors a process gets: .NET aborts when they run out.
    private const int MostConnections = 5_000;

    public static void Set(KestrelServerOptions server)
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = RequestSize.Most;
        server.Limits.MaxConcurrentConnections = MostConnections;
    }
}

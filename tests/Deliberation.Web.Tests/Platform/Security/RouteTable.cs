using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Deliberation.Web.Tests.Platform.Security;

/// <summary>Every address of the product with the rule that guards it, as written in Routes.txt and as served.</summary>
internal static class RouteTable
{
    private const string Public = "Public";

    private static readonly string File = Path.Combine(
        AppContext.BaseDirectory,
        "Platform",
        "Security",
        "Routes.txt"
    );

    /// <summary>Address and rule, one pair a line, as people agreed on them.</summary>
    public static IReadOnlyList<(string Address, string Rule)> Written() =>
        [
            .. System
                .IO.File.ReadLines(File)
                .Where(line => line.Length > 0 && line[0] != '#')
                .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Select(parts => (parts[0], parts[1])),
        ];

    /// <summary>The same, read from the running product; a route without a rule reads <c>NONE</c>.</summary>
    public static IReadOnlyList<(string Address, string Rule)> Served(IServiceProvider services) =>
        [
            .. services
                .GetServices<EndpointDataSource>()
                .SelectMany(source => source.Endpoints)
                .OfType<RouteEndpoint>()
                .Select(endpoint => (AddressOf(endpoint), RuleOf(endpoint)))
                .Distinct()
                .Order(),
        ];

    private static string AddressOf(RouteEndpoint endpoint) =>
        "/" + endpoint.RoutePattern.RawText?.TrimStart('/');

    private static string RuleOf(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return Public;
        }

        var rules = endpoint
            .Metadata.GetOrderedMetadata<IAuthorizeData>()
            .Select(data => data.Policy)
            .OfType<string>();
        return string.Join('+', rules.Distinct()) is { Length: > 0 } named ? named : "NONE";
    }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Deliberation.Web.Tests.Platform.Security;

/// <summary>Every address of the product with the rule that guards it, as the running product serves them.</summary>
internal static class RouteTable
{
    private const string Public = "Public";

    /// <summary>Address and rule; a route without a rule reads <c>NONE</c>.</summary>
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

using Deliberation.Web.Features.Account;

namespace Deliberation.Web.Features.Publish.MinorityPositions;

/// <summary>What minority positions need besides their pages.</summary>
internal static class MinorityPositionsSetup
{
    public static IServiceCollection AddMinorityPositions(this IServiceCollection services)
    {
        services.AddScoped<Dissent>();
        services.AddScoped<PositionReader>();
        services.AddScoped<IPersonalData, PositionPersonalData>();
        return services;
    }
}

namespace Deliberation.Web.Features.Information;

/// <summary>The small public pages: help, legal notice, figures, site map.</summary>
internal static class InformationSetup
{
    public static IServiceCollection AddInformation(this IServiceCollection services)
    {
        services.AddOptions<Legal>().BindConfiguration(Legal.Section);
        services.AddSingleton<Figures>();
        return services;
    }
}

namespace Deliberation.Web.Features.Search;

internal static class SearchSetup
{
    public static IServiceCollection AddSearch(this IServiceCollection services)
    {
        services.AddScoped<SearchIndex>();
        services.AddScoped<Searching>();
        return services;
    }
}

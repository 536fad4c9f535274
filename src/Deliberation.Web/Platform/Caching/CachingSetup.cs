using Microsoft.AspNetCore.OutputCaching;

namespace Deliberation.Web.Platform.Caching;

/// <summary>Public pages are made once for everyone, compressed once, and not sent twice to the same reader.</summary>
internal static class CachingSetup
{
    public static IServiceCollection AddCaching(this IServiceCollection services)
    {
        services.AddSingleton<PublicStamp>();
        services.AddSingleton<SameForEveryone>();
        services.AddSingleton<FrontPages>();
        services.AddResponseCompression(options => options.EnableForHttps = true);
        services.AddOutputCache();
        services
            .AddOptions<OutputCacheOptions>()
            .Configure<SameForEveryone>((options, policy) => options.AddBasePolicy(policy));
        return services;
    }

    public static TBuilder SameForEveryone<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new SameForEveryoneAttribute());

    /// <summary>Before anything is worked out, but for the address that was asked for.</summary>
    public static IApplicationBuilder UseFrontPages(this IApplicationBuilder app)
    {
        var front = app.ApplicationServices.GetRequiredService<FrontPages>();
        return app.Use(front.AnswerAsync);
    }

    /// <summary>After it is known who asks, and for what.</summary>
    public static IApplicationBuilder UsePageCache(this IApplicationBuilder app) =>
        app.Use(FrontPages.HoldAsync).UseOutputCache().UseResponseCompression().Use(PageTag.WriteAsync);
}

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>What the tracker needs besides its pages.</summary>
internal static class TrackingSetup
{
    public static IServiceCollection AddTracking(this IServiceCollection services)
    {
        services.AddOptions<FirstAnswerPromise>().BindConfiguration(FirstAnswerPromise.Section);
        services.AddScoped<OpenTreatments>();
        return services;
    }
}

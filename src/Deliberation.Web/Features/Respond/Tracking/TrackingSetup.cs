using Deliberation.Web.Platform.Ui;

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>What the tracker needs besides its pages.</summary>
internal static class TrackingSetup
{
    public static IServiceCollection AddTracking(this IServiceCollection services)
    {
        services.AddOptions<FirstAnswerPromise>().BindConfiguration(FirstAnswerPromise.Section);
        services.AddScoped<OpenTreatments>();
        services.AddScoped<Answering>();
        services.AddSingleton<TrackerTotals>();
        services.AddScoped<TreatmentList>();
        services.AddScoped<TreatmentHistory>();
        services.AddScoped<FilterChoices>();
        services.AddScoped<Moves>();
        services.AddScoped<Unanswered>();
        services.AddScoped<OpinionRecords>();
        services.AddScoped<NewAnswers>();
        services.AddScoped<IDeskEntry, TrackingDesk>();
        return services;
    }

    public static void MapTracking(this IEndpointRouteBuilder app)
    {
        app.MapTreatmentFiles();
        app.MapTreatmentsApi();
        app.MapTrackingPages();
        app.MapAnswerFeeds();
        app.MapAnswerLog();
        app.MapDeadlineLog();
    }
}

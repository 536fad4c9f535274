using Deliberation.Web.Platform.Ui;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>What giving and following feedback needs besides its pages, and its addresses that are no pages.</summary>
internal static class FeedbackSetup
{
    public static IServiceCollection AddFeedback(this IServiceCollection services)
    {
        services.AddHostedService<MaskingWarmUp>();
        services.AddSingleton<IntakeLimits>();
        services.AddSingleton<SealedForm>();
        services.AddSingleton<FeedbackFigures>();
        services.AddTransient<FeedbackQuestions>();
        services.AddScoped<Stories>();
        services.AddScoped<FeedbackData>();
        services.AddScoped<FeedbackApi>();
        services.AddScoped<IDeskEntry, FeedbackDesk>();
        return services;
    }

    public static void MapFeedback(this IEndpointRouteBuilder app)
    {
        app.MapPost(
                "/api/v1/feedback",
                (FeedbackApi api, HttpContext context, CancellationToken cancellationToken) =>
                    api.PostAsync(context, cancellationToken)
            )
            .AllowAnonymous();
        app.MapGet(
                "/donnees/retours.csv",
                (FeedbackData data) =>
                    Csv(output => data.WriteRowsAsync(output, CancellationToken.None), "retours.csv")
            )
            .AllowAnonymous();
        app.MapGet("/donnees/retours.json", (FeedbackData data) => data.Rows()).AllowAnonymous();
        app.MapGet(
                "/donnees/retours-chiffres.csv",
                (FeedbackData data) =>
                    Csv(
                        output => data.WriteCountsAsync(output, CancellationToken.None),
                        "retours-chiffres.csv"
                    )
            )
            .AllowAnonymous();
    }

    private static IResult Csv(Func<Stream, Task> write, string name) =>
        Results.Stream(write, "text/csv; charset=utf-8", name);
}

using Deliberation.Web.Features.Account;
using Deliberation.Web.Features.Respond.Feedback.Imports;
using Deliberation.Web.Features.Verify.OpenData;
using Deliberation.Web.Platform.Ui;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>What giving and following feedback needs besides its pages, and its addresses that are no pages.</summary>
internal static class FeedbackSetup
{
    public static IServiceCollection AddFeedback(this IServiceCollection services)
    {
        services.AddSingleton<IntakeLimits>();
        services.AddSingleton<SealedForm>();
        services.AddSingleton<FeedbackFigures>();
        services.AddTransient<FeedbackQuestions>();
        services.AddSingleton<MaskingRound>();
        services.AddHostedService(provider => provider.GetRequiredService<MaskingRound>());
        services.AddScoped<Stories>();
        services.AddScoped<FeedbackData>();
        services.AddScoped<FeedbackTrends>();
        services.AddScoped<PublicFeedbackList>();
        services.AddScoped<FeedbackQueue>();
        services.AddOptions<ModerationPromise>().BindConfiguration(ModerationPromise.Section);
        services.AddSingleton<IntakeRoom>();
        services.AddSingleton<IntakeSeal>();
        services.AddSingleton<IntakeMeters>();
        services.AddSingleton<Intake>();
        services.AddSingleton<IntakeWriter>();
        services.AddHostedService(provider => provider.GetRequiredService<IntakeWriter>());
        services.AddSingleton<IntakeSweep>();
        services.AddHostedService(provider => provider.GetRequiredService<IntakeSweep>());
        services.AddTransient<ProgramDoor>();
        services.AddTransient<EmergencyNumbers>();
        services.AddTransient<FeedbackApi>();
        services.AddFhir();
        services.AddImports();
        services.AddFramedForm();
        services.AddScoped<IDeskEntry, FeedbackDesk>();
        services.AddScoped<UrgentLetters>();
        services.AddScoped<UrgentReaders>();
        services.AddScoped<IPersonalData, UrgentPersonalData>();
        services.AddSingleton<UrgentRound>();
        services.AddHostedService(provider => provider.GetRequiredService<UrgentRound>());
        services.AddSingleton<RetentionRound>();
        services.AddHostedService(provider => provider.GetRequiredService<RetentionRound>());
        return services;
    }

    public static void MapFeedback(this IEndpointRouteBuilder app)
    {
        app.MapFeedbackApi();
        app.MapFhir();
        app.MapFramedForm();
        app.MapPageData(
            "/retours/{number}.json",
            PublicStory.OneAsync,
            "One public feedback and its replies"
        );
        app.MapGet(
                "/donnees/retours.csv",
                (FeedbackData data, HttpContext context, CancellationToken cancellationToken) =>
                    UnlessKnownAsync(
                        data,
                        context,
                        () => Csv(output => data.WriteRowsAsync(output, cancellationToken), "retours.csv")
                    )
            )
            .AllowAnonymous();
        app.MapGet(
                "/donnees/retours.json",
                (FeedbackData data, HttpContext context) =>
                    UnlessKnownAsync(data, context, () => Results.Ok(data.Rows()))
            )
            .AllowAnonymous()
            .WithTags("Pages")
            .WithSummary("Every public feedback");
        app.MapGet(
                "/donnees/retours-chiffres.csv",
                (FeedbackData data, HttpContext context, CancellationToken cancellationToken) =>
                    UnlessKnownAsync(
                        data,
                        context,
                        () =>
                            Csv(
                                output => data.WriteCountsAsync(output, cancellationToken),
                                "retours-chiffres.csv"
                            )
                    )
            )
            .AllowAnonymous();
    }

    /// <summary>A reader who has the data does not take them again.</summary>
    private static async Task<IResult> UnlessKnownAsync(
        FeedbackData data,
        HttpContext context,
        Func<IResult> write
    ) =>
        DataVersion.IsKnown(context, await data.VersionAsync(context.RequestAborted))
            ? Results.Empty
            : write();

    private static IResult Csv(Func<Stream, Task> write, string name) =>
        Results.Stream(write, "text/csv; charset=utf-8", name);
}

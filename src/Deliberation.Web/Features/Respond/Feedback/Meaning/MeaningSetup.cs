using Deliberation.Web.Features.Verify.OpenData;
using Deliberation.Web.Platform.Ui;

namespace Deliberation.Web.Features.Respond.Feedback.Meaning;

/// <summary>What reading the words of feedback needs besides its pages.</summary>
internal static class MeaningSetup
{
    public static IServiceCollection AddMeaning(this IServiceCollection services)
    {
        services.AddOptions<SubjectSettings>().BindConfiguration(SubjectSettings.Section);
        services.AddScoped<Thresholds>();
        services.AddScoped<StemCounts>();
        services.AddScoped<WaitingShelf>();
        services.AddScoped<SubjectShelf>();
        services.AddScoped<SubjectCounting>();
        services.AddScoped<ThemeWords>();
        services.AddScoped<Placing>();
        services.AddScoped<PropositionWords>();
        services.AddScoped<Twins>();
        services.AddScoped<SubjectMonths>();
        services.AddScoped<SubjectTable>();
        services.AddScoped<IDeskEntry, SubjectsDesk>();
        services.AddScoped<IDeskEntry, AgendaDesk>();
        services.AddScoped<IDeskEntry, ThresholdsDesk>();
        services.AddSingleton<PlacingRound>();
        services.AddHostedService(provider => provider.GetRequiredService<PlacingRound>());
        return services;
    }

    public static void MapMeaning(this IEndpointRouteBuilder app)
    {
        app.MapGet(
                "/donnees/sujets.csv",
                (SubjectTable table, HttpContext context, CancellationToken cancellationToken) =>
                    table.AnswerAsync(context, cancellationToken)
            )
            .AllowAnonymous();
        app.MapPageData(
            "/retours/sujets.json",
            PublicSubjectData.ListAsync,
            "What ten public feedbacks or more have in common"
        );
        app.MapPageData(
            "/retours/sujets/{number}.json",
            PublicSubjectData.OneAsync,
            "One subject of public feedback"
        );
    }
}

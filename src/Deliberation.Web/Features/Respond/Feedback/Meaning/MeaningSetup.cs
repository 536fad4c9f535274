using Deliberation.Web.Platform.Ui;

namespace Deliberation.Web.Features.Respond.Feedback.Meaning;

/// <summary>What reading the words of feedback needs besides its pages.</summary>
internal static class MeaningSetup
{
    public static IServiceCollection AddMeaning(this IServiceCollection services)
    {
        services.AddScoped<StemCounts>();
        services.AddScoped<WaitingShelf>();
        services.AddScoped<SubjectShelf>();
        services.AddScoped<SubjectCounting>();
        services.AddScoped<ThemeWords>();
        services.AddScoped<Placing>();
        services.AddScoped<PropositionWords>();
        services.AddScoped<Twins>();
        services.AddScoped<IDeskEntry, SubjectsDesk>();
        services.AddSingleton<PlacingRound>();
        services.AddHostedService(provider => provider.GetRequiredService<PlacingRound>());
        return services;
    }
}

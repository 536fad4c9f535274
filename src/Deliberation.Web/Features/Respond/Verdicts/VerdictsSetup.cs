using Deliberation.Web.Features.Account;
using Deliberation.Web.Platform.Ui;

namespace Deliberation.Web.Features.Respond.Verdicts;

/// <summary>What the members' verdicts need besides their pages.</summary>
internal static class VerdictsSetup
{
    public static IServiceCollection AddVerdicts(this IServiceCollection services)
    {
        services.AddOptions<VerdictSettings>().BindConfiguration(VerdictSettings.Section);
        services.AddScoped<TermsReader>();
        services.AddScoped<IDeskEntry, TermsDesk>();
        services.AddScoped<VerdictCounting>();
        services.AddScoped<VerdictLetters>();
        services.AddScoped<VerdictReader>();
        services.AddScoped<IPersonalData, VerdictPersonalData>();
        services.AddSingleton<VerdictClock>();
        services.AddHostedService(provider => provider.GetRequiredService<VerdictClock>());
        return services;
    }
}

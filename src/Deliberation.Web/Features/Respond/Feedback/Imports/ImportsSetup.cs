namespace Deliberation.Web.Features.Respond.Feedback.Imports;

/// <summary>What bringing exports of another service in needs besides its pages.</summary>
internal static class ImportsSetup
{
    public static void AddImports(this IServiceCollection services)
    {
        services.AddScoped<LearntWords>();
        services.AddScoped<ExportPreviews>();
        services.AddScoped<ExportIntake>();
    }
}

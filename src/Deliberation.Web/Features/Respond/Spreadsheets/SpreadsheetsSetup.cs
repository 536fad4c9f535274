using Deliberation.Web.Features.Account;

namespace Deliberation.Web.Features.Respond.Spreadsheets;

/// <summary>What giving tables out and taking them back needs besides its pages.</summary>
internal static class SpreadsheetsSetup
{
    public static IServiceCollection AddSpreadsheets(this IServiceCollection services)
    {
        services.AddScoped<KeptTables>();
        services.AddScoped<TablePreviews>();
        services.AddScoped<BodyTable>();
        services.AddScoped<FollowUpPreviews>();
        services.AddScoped<IPersonalData, KeptTableData>();
        services.AddSingleton<TableSweep>();
        services.AddHostedService(provider => provider.GetRequiredService<TableSweep>());
        return services;
    }
}

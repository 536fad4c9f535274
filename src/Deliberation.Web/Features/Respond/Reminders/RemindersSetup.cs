namespace Deliberation.Web.Features.Respond.Reminders;

/// <summary>Letters that remind bodies of the answers they owe.</summary>
internal static class RemindersSetup
{
    public static IServiceCollection AddReminders(this IServiceCollection services)
    {
        services.AddScoped<ReminderLetters>();
        services.AddSingleton<ReminderRound>();
        services.AddHostedService(provider => provider.GetRequiredService<ReminderRound>());
        return services;
    }
}

namespace Deliberation.Web.Platform.Mail;

internal static class MailSetup
{
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<MailSettings>(configuration.GetSection(MailSettings.Section));
        services.AddSingleton<Postman>();
        services.AddScoped<Letters>();
        services.AddScoped<PublicAddress>();
        services.AddSingleton<MailRound>();
        services.AddHostedService(provider => provider.GetRequiredService<MailRound>());
        return services;
    }
}

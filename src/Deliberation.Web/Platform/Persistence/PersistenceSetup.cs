using Deliberation.Web.Platform.Commands;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Platform.Persistence;

/// <summary>Registers the database, and brings it to this version when the service starts.</summary>
internal static class PersistenceSetup
{
    public static IServiceCollection AddPersistence(this IServiceCollection services)
    {
        services.AddSingleton<DatabaseChoice>();
        services.AddSingleton<WriterQueue>();
        services.AddDbContext<DeliberationDb>(
            (provider, options) => provider.GetRequiredService<DatabaseChoice>().Configure(options)
        );
        services.AddScoped<ICommand, Backup>();
        return services;
    }

    public static async Task MigrateAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DeliberationDb>().Database.MigrateAsync();
    }
}

using Deliberation.Web.Platform.Commands;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Platform.Persistence;

/// <summary>Registers the database, and brings it to this version when the service starts.</summary>
internal static class PersistenceSetup
{
    public static IServiceCollection AddPersistence(
        this IServiceCollection services,
        IConfiguration configuration
    )
    {
        DatabaseModel.Begin(DatabaseChoice.AsksForPostgres(configuration));
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
        var choice = app.Services.GetRequiredService<DatabaseChoice>();
        if (await MigrationTurn.IsOverAsync(choice))
        {
            return;
        }

        await using var scope = app.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<DeliberationDb>().Database;
        using var turn = choice.IsPostgres ? null : await MigrationTurn.TakeAsync(choice, database);
        await database.MigrateAsync();
    }
}

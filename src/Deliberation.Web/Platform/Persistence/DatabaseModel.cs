using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Deliberation.Web.Platform.Persistence;

/// <summary>
/// What Entity Framework works out about our tables, in more than a second: once a process, and begun with it, on a
/// thread of its own, while the rest of the service starts. Only who reads or keeps something waits for it.
/// </summary>
internal static class DatabaseModel
{
    private static readonly Lazy<IModel> Sqlite = new(() => WorkOut(options => options.UseSqlite()));

    private static readonly Lazy<IModel> Postgres = new(() => WorkOut(options => options.UseNpgsql()));

    public static void Begin(bool isPostgres) =>
        new Thread(() => For(isPostgres)) { IsBackground = true, Name = "database model" }.Start();

    /// <summary>Waits for it when it is not there yet.</summary>
    public static IModel For(bool isPostgres) => (isPostgres ? Postgres : Sqlite).Value;

    public static void Use(DbContextOptionsBuilder options, bool isPostgres)
    {
        if (isPostgres)
        {
            options.ReplaceService<IModelSource, OfPostgres>();
        }
        else
        {
            options.ReplaceService<IModelSource, OfSqlite>();
        }
    }

    private static IModel WorkOut(Action<DbContextOptionsBuilder> choose)
    {
        var options = new DbContextOptionsBuilder<DeliberationDb>();
        choose(options);
        using var identity = new ServiceCollection()
            .Configure<IdentityOptions>(door => DeliberationDb.Choose(door.Stores))
            .BuildServiceProvider();
        options.UseApplicationServiceProvider(identity);
        // Nothing is read or kept through this one, so it needs no queue, no outbox and no stamp.
        using var describing = new DeliberationDb(options.Options, null!, null!, null!);
        return describing.Model;
    }

    private sealed class OfSqlite(ModelSourceDependencies dependencies) : ModelSource(dependencies)
    {
        public override IModel GetModel(
            DbContext context,
            ModelCreationDependencies modelCreationDependencies,
            bool designTime
        ) =>
            designTime
                ? base.GetModel(context, modelCreationDependencies, designTime)
                : For(isPostgres: false);
    }

    private sealed class OfPostgres(ModelSourceDependencies dependencies) : ModelSource(dependencies)
    {
        public override IModel GetModel(
            DbContext context,
            ModelCreationDependencies modelCreationDependencies,
            bool designTime
        ) =>
            designTime
                ? base.GetModel(context, modelCreationDependencies, designTime)
                : For(isPostgres: true);
    }
}

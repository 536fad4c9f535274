using Deliberation.Testing;
using Deliberation.Web.Platform.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Tests.Platform.Persistence;

public sealed class MigrationTests
{
    /// <summary>One line per column and per index, the same question to both databases.</summary>
    private static readonly string Schema = Product.IsPostgres
        ? """
            SELECT table_name || '.' || column_name || ' ' || udt_name || ' ' || is_nullable || ' '
                   || coalesce(character_maximum_length::text, '') AS "Value"
            FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\_\_%'
            UNION ALL SELECT regexp_replace(indexdef, 'INDEX', 'INDEX') FROM pg_indexes
            WHERE schemaname = 'public' AND indexname NOT LIKE '\_\_%' AND tablename NOT LIKE '\_\_%'
            UNION ALL SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
            WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text NOT LIKE '%\_\_%'
            """
        : """
            SELECT m.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || c.pk AS "Value"
            FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE '\_\_%' ESCAPE '\'
            UNION ALL SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND name NOT LIKE '\_\_%' ESCAPE '\'
            UNION ALL SELECT m.name || '.' || f."from" || ' -> ' || f."table" || '.' || f."to" || ' ' || f.on_delete
            FROM sqlite_master m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table'
            """;

    [Fact]
    public async Task The_migrations_build_what_the_model_describes()
    {
        using var migrated = new FreshProduct();
        using var modelled = new FreshProduct();

        var byMigrations = await SchemaOf(migrated);
        await modelled.ReadAsync(async db =>
        {
            await db.Database.EnsureDeletedAsync();
            return await db.Database.EnsureCreatedAsync();
        });
        var byModel = await SchemaOf(modelled);

        Assert.Equal(byModel, byMigrations);
    }

    [Fact]
    public async Task A_process_killed_while_it_migrates_does_not_keep_the_next_one_waiting()
    {
        if (Product.IsPostgres)
        {
            return; // PostgreSQL takes its lock back by itself.
        }

        using var running = new RunningProduct();
        await LeaveLockedAsync(Path.Combine(running.DataFolder, "deliberation.db"));

        await running.StartAsync(TimeSpan.FromMinutes(1));
    }

    private static async Task LeaveLockedAsync(string file)
    {
        await using var database = new SqliteConnection($"Data Source={file};Pooling=False");
        await database.OpenAsync();
        await using var command = database.CreateCommand();
        command.CommandText = """
            CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-05 10:00:00+00:00');
            """;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> SchemaOf(Product product)
    {
        var lines = await product.ReadAsync(db => db.Database.SqlQueryRaw<string>(Schema).ToListAsync());
        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }
}

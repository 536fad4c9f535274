using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Deliberation.Web.Platform.Persistence;

/// <summary>
/// One process at a time migrates a SQLite file. Entity Framework takes its own turn with a row of
/// <c>__EFMigrationsLock</c>, which a killed process leaves behind, and then waits for ever; this one is a lock of the
/// operating system, which ends with the process.
/// </summary>
internal static class MigrationTurn
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private static IEnumerable<string> Written =>
        from type in typeof(MigrationTurn).Assembly.GetTypes()
        let migration = type.GetCustomAttribute<MigrationAttribute>()
        where migration is not null
        select migration.Id;

    /// <summary>Whether the database knows every migration, asked without Entity Framework: most starts have none to do.</summary>
    public static async Task<bool> IsOverAsync(DatabaseChoice choice)
    {
        try
        {
            await using var connection = choice.CreateConnection();
            await connection.OpenAsync();
            await using var ask = connection.CreateCommand();
            ask.CommandText = """SELECT "MigrationId" FROM "__EFMigrationsHistory" """;
            await using var rows = await ask.ExecuteReaderAsync();
            var missing = Written.ToHashSet(StringComparer.Ordinal);
            while (await rows.ReadAsync())
            {
                missing.Remove(rows.GetString(0));
            }

            return missing.Count == 0;
        }
        catch (DbException)
        {
            return false; // Nothing is there yet; what is wrong with it otherwise, migrating will say.
        }
    }

    /// <returns>The turn, ended by disposing of it.</returns>
    public static async Task<IDisposable> TakeAsync(DatabaseChoice choice, DatabaseFacade database)
    {
        var turn = await OpenAsync(Path.Combine(choice.DataFolder, "migration.lock"));
        await database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"");
        return turn;
    }

    private static async Task<FileStream> OpenAsync(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!); // a file of the data folder
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(Pause);
            }
        }
    }
}

using Deliberation.Web.Platform.Commands;
using Microsoft.Data.Sqlite;

namespace Deliberation.Web.Platform.Persistence;

/// <summary>
/// <c>backup &lt;file&gt;</c>: a consistent copy of the SQLite database while people write
/// (https://www.sqlite.org/backup.html), checked by opening it. A copy that does not open is no backup.
/// </summary>
internal sealed class Backup(DatabaseChoice choice) : ICommand
{
    public string Name => "backup";

    public async Task<int> RunAsync(string[] args, TextWriter output)
    {
        if (choice.IsPostgres)
        {
            await output.WriteLineAsync("On PostgreSQL, use pg_dump.");
            return 2;
        }

        if (args is not [var file] || File.Exists(file))
        {
            await output.WriteLineAsync("usage: backup FILE, which must not exist yet");
            return 2;
        }

        var trouble = await CopyAsync(file);
        await output.WriteLineAsync(trouble ?? $"{new FileInfo(file).Length} bytes, checked: {file}");
        return trouble is null ? 0 : 1;
    }

    private async Task<string?> CopyAsync(string file)
    {
        await using var source = (SqliteConnection)choice.CreateConnection();
        await source.OpenAsync();
        var target = new SqliteConnectionStringBuilder { DataSource = file, Pooling = false };
        await using var copy = new SqliteConnection(target.ToString());
        await copy.OpenAsync();
        source.BackupDatabase(copy);

        await using var check = copy.CreateCommand();
        check.CommandText = "PRAGMA integrity_check";
        var verdict = (string?)await check.ExecuteScalarAsync();
        return verdict == "ok" ? null : $"The copy is damaged: {verdict}";
    }
}

using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Deliberation.Testing;

/// <summary>A database as the service leaves it after its first start: every table, and no row.</summary>
internal sealed class MigratedDatabase
{
    private const string FileName = "deliberation.db";

    private readonly byte[] file;

    private MigratedDatabase(string name, byte[] file) => (Name, this.file) = (name, file);

    /// <summary>On PostgreSQL, what others are made after.</summary>
    public string Name { get; }

    public static MigratedDatabase Make()
    {
        using var first = new FreshProduct();
        using var client = first.CreateClient(); // it migrates when it starts
        if (first.ConnectionString is { } own)
        {
            first.Dispose();
            return new(Alone(own), []);
        }

        var copy = Path.Combine(first.DataFolder, "copy.db");
        first.ReadAsync(db => db.Database.ExecuteSqlAsync($"VACUUM INTO {copy}")).GetAwaiter().GetResult();
        return new("", File.ReadAllBytes(copy));
    }

    public void CopyTo(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            File.WriteAllBytes(path, file);
        }
    }

    // Nobody may be in a database that others are made after.
    private static string Alone(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        var name = settings.Database!; // made with one
        settings.Database = "postgres";
        using var connection = new NpgsqlConnection(settings.ToString());
        connection.Open();
        using var leave = new NpgsqlCommand(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1",
            connection
        );
        leave.Parameters.Add(new NpgsqlParameter { Value = name });
        leave.ExecuteNonQuery();
        return name;
    }
}

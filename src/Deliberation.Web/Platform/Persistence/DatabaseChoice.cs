using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Deliberation.Web.Platform.Persistence;

/// <summary>Which database this instance keeps its data in: SQLite by default, PostgreSQL on request.</summary>
internal sealed class DatabaseChoice
{
    private readonly string connectionString;

    public DatabaseChoice(IConfiguration configuration, IHostEnvironment environment)
    {
        IsPostgres = AsksForPostgres(configuration);
        DataFolder = Path.GetFullPath(
            configuration["DataFolder"] ?? Path.Combine(environment.ContentRootPath, "App_Data")
        );
        connectionString =
            configuration.GetConnectionString("Deliberation")
            ?? (
                IsPostgres
                    ? throw new InvalidOperationException(
                        "Database=Postgres needs ConnectionStrings:Deliberation."
                    )
                    : SqliteFile()
            );
    }

    public bool IsPostgres { get; }

    /// <summary>Where files that belong to this instance live: database, mail, keys.</summary>
    public string DataFolder { get; }

    public static bool AsksForPostgres(IConfiguration configuration) =>
        string.Equals(configuration["Database"], "Postgres", StringComparison.OrdinalIgnoreCase);

    /// <summary>A connection for statements that the change tracker has no part in; the caller opens and disposes of it.</summary>
    public DbConnection CreateConnection() =>
        IsPostgres ? new NpgsqlConnection(connectionString) : new SqliteConnection(connectionString);

    public void Configure(DbContextOptionsBuilder options)
    {
        if (IsPostgres)
        {
            options.UseNpgsql(connectionString);
        }
        else
        {
            options.UseSqlite(connectionString).AddInterceptors(SqliteDurability.Instance);
        }

        DatabaseModel.Use(options, IsPostgres);
        // Migrations are written by hand and carry no snapshot; a test compares them with the model.
        options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
    }

    private string SqliteFile()
    {
        Directory.CreateDirectory(DataFolder);
        return new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(DataFolder, "deliberation.db"),
            ForeignKeys = true,
            DefaultTimeout = 5,
        }.ToString();
    }
}

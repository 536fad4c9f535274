using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Deliberation.Web.Platform.Persistence;

/// <summary>
/// What every SQLite connection is told first. FULL is what keeps an acknowledged write through a power cut
/// (https://www.sqlite.org/pragma.html#pragma_synchronous); secure_delete wipes what masking or a ballot removed.
/// </summary>
internal sealed class SqliteDurability : DbConnectionInterceptor
{
    public const string Pragmas =
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;";

    public static readonly SqliteDurability Instance = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) =>
        Apply(connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Apply(connection);
        return Task.CompletedTask;
    }

    public static void Apply(DbConnection connection)
    {
        // The check that the database is there only reads: on a restored backup, setting the journal would fail it.
        if (connection.ConnectionString.Contains("Mode=ReadOnly", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }
}

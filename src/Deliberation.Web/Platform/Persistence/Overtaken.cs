using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Deliberation.Web.Platform.Persistence;

/// <summary>Tells apart, among what a database refuses, what somebody else was faster to keep.</summary>
internal static class Overtaken
{
    // https://www.sqlite.org/rescode.html
    private const int SqliteUnique = 2067;
    private const int SqlitePrimaryKey = 1555;

    /// <summary>Has the row changed since it was read, or is its key taken?</summary>
    public static bool Is(Exception failure) =>
        failure switch
        {
            DbUpdateConcurrencyException => true,
            DbUpdateException { InnerException: { } inner } => Is(inner),
            SqliteException { SqliteExtendedErrorCode: SqliteUnique or SqlitePrimaryKey } => true,
            PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } => true,
            _ => false,
        };
}

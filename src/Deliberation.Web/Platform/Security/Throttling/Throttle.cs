using System.Data.Common;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Platform.Security.Throttling;

/// <summary>
/// Counts tries in the database, so that neither a restart nor a second node gives a guesser new ones. Keys are
/// hashed: the table says nothing of who tried.
/// </summary>
internal sealed class Throttle(DeliberationDb db, WriterQueue writers, DoorKey doorKey, TimeProvider clock)
{
    private const string CountOne = """
        INSERT INTO "Throttles" ("Key", "Count", "EndsAt") VALUES (@key, 1, @ends)
        ON CONFLICT ("Key") DO UPDATE SET
            "Count" = CASE WHEN "Throttles"."EndsAt" <= @now THEN 1 ELSE "Throttles"."Count" + 1 END,
            "EndsAt" = CASE WHEN "Throttles"."EndsAt" <= @now THEN @ends ELSE "Throttles"."EndsAt" END
        RETURNING "Count", "EndsAt"
        """;

    /// <summary>Counts one try before it is made, so that parallel tries do not slip through.</summary>
    /// <returns>How long to wait when the limit is passed; nothing when the try may be made.</returns>
    public async Task<TimeSpan?> TakeAsync(Limit limit, string whose, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        using var turn = await writers.EnterAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = CountOne;
            Add(command, "@key", KeyOf(limit, whose));
            Add(command, "@now", now);
            Add(command, "@ends", now + (long)limit.Window.TotalSeconds);
            await using var row = await command.ExecuteReaderAsync(cancellationToken);
            await row.ReadAsync(cancellationToken);
            var (count, ends) = (row.GetInt32(0), row.GetInt64(1));
            return count > limit.Count ? TimeSpan.FromSeconds(Math.Max(1, ends - now)) : null;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>A try that succeeded does not count: thirty members behind one address all come in.</summary>
    public async Task GiveBackAsync(Limit limit, string whose, CancellationToken cancellationToken)
    {
        var key = KeyOf(limit, whose);
        using var turn = await writers.EnterAsync(cancellationToken);
        await db.Set<ThrottleCount>()
            .Where(row => row.Key == key && row.Count > 0)
            .ExecuteUpdateAsync(
                row => row.SetProperty(count => count.Count, count => count.Count - 1),
                cancellationToken
            );
    }

    private string KeyOf(Limit limit, string whose) => doorKey.Hash("throttle", $"{limit.Name}:{whose}");

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}

/// <summary>How many tries within how long; the window starts at the first try.</summary>
internal sealed record Limit(string Name, int Count, TimeSpan Window);

using System.Text;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Platform.Messaging;

/// <summary>Has the other nodes hear an event, by a notification of PostgreSQL; with SQLite there is one node.</summary>
internal sealed class EventBell(DatabaseChoice choice)
{
    public const string Name = "deliberation_events";

    // A notification carries less than 8,000 bytes; events hold identifiers, not texts.
    private const int MostBytes = 7_900;

    private readonly string node = Guid.NewGuid().ToString("N");

    public async Task RingAsync(DeliberationDb db, PendingEvent told, CancellationToken cancellationToken)
    {
        var payload = $"{node}|{told.Type}|{told.Content}";
        if (choice.IsPostgres && Encoding.UTF8.GetByteCount(payload) <= MostBytes)
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_notify({Name}, {payload})", cancellationToken);
        }
    }

    /// <summary>What another node rang; null when this one did.</summary>
    public (string Type, string Content)? Read(string payload)
    {
        var parts = payload.Split('|', 3);
        return parts.Length == 3 && parts[0] != node ? (parts[1], parts[2]) : null;
    }
}

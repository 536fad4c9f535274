using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Deliberation.Web.Platform.Persistence;

/// <summary>
/// Instants are kept in UTC, to the millisecond: SQLite can then order them, and both databases give back the same.
/// </summary>
internal sealed class UtcInstant()
    : ValueConverter<DateTimeOffset, DateTime>(
        instant => Trim(instant.UtcDateTime),
        stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc))
    )
{
    private static DateTime Trim(DateTime instant) =>
        new(instant.Ticks - (instant.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);
}

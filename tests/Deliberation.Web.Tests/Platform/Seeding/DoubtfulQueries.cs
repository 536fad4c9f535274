using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Deliberation.Web.Tests.Platform.Seeding;

/// <summary>
/// Keeps what Entity Framework says of queries whose answer may change from one time to the next, or grow without
/// measure, with the line of ours that asked.
/// </summary>
public sealed class DoubtfulQueries : ILoggerProvider, ILogger
{
    private static readonly EventId[] Doubtful =
    [
        CoreEventId.RowLimitingOperationWithoutOrderByWarning,
        CoreEventId.FirstWithoutOrderByAndFilterWarning,
        RelationalEventId.MultipleCollectionIncludeWarning,
    ];

    private readonly ConcurrentQueue<string> found = new();

    public IReadOnlyCollection<string> Found => found;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        if (Doubtful.Contains(eventId))
        {
            var lines = Environment.StackTrace.Split('\n');
            var asked = lines.Where(line => line.Contains("Deliberation.Web.", StringComparison.Ordinal));
            var ours = asked.Where(line => !line.Contains(nameof(DoubtfulQueries), StringComparison.Ordinal));
            found.Enqueue($"{eventId.Id}: {string.Join(" < ", ours.Take(4).Select(line => line.Trim()))}");
        }
    }

    public void Dispose() { }
}

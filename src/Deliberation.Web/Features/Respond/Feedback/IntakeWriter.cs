using System.Diagnostics;
using System.Threading.Channels;
using Deliberation.Web.Platform.Messaging;
using Deliberation.Web.Platform.Persistence;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>
/// The only hand that keeps feedbacks: whatever waits when it comes round is written in one transaction, so that
/// thousands a second cost a few flushes of the disk. One that the database refuses does not sink its neighbours.
/// </summary>
internal sealed partial class IntakeWriter(
    DatabaseChoice choice,
    WriterQueue writers,
    EventTeller teller,
    IntakeMeters meters,
    ILogger<IntakeWriter> log
) : IHostedService
{
    private const int AtOnce = 256;
    private const int MostUntold = 4_096;
    private const int SqliteConstraint = 19;

    // Bounded by the places of IntakeRoom, which every caller holds.
    private readonly Channel<WaitingGroup> line = Channel.CreateUnbounded<WaitingGroup>(
        new UnboundedChannelOptions { SingleReader = true }
    );

    // What does not fit is on disk, and the sweeper tells it.
    private readonly Channel<PendingEvent> untold = Channel.CreateBounded<PendingEvent>(
        new BoundedChannelOptions(MostUntold) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    private readonly Lock door = new();
    private IntakeStatements? statements;
    private Task? working;

    /// <summary>Puts it in line; the answer comes once it is on disk, or is known not to be.</summary>
    /// <exception cref="Domain.RuleBroken">It breaks a rule.</exception>
    /// <exception cref="SentOtherwise">Its name was given to another document.</exception>
    public async Task<Reception> WriteAsync(Incoming incoming) => (await WriteTogetherAsync([incoming]))[0];

    /// <summary>Puts them in line together: all of them come to disk, or none.</summary>
    public Task<Reception[]> WriteTogetherAsync(IReadOnlyList<Incoming> incoming)
    {
        Begin();
        var group = new WaitingGroup([.. incoming.Select(one => new WaitingFeedback(one))]);
        return line.Writer.TryWrite(group)
            ? Task.WhenAll(group.Members.Select(waiting => waiting.Told))
            : Task.FromException<Reception[]>(new TimeoutException("The service is stopping."));
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Writes what still waits, then takes no more.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        line.Writer.TryComplete();
        untold.Writer.TryComplete();
        await (working ?? Task.CompletedTask);
    }

    // Begun by the first feedback, and not by the host: some come while the service is being filled.
    private void Begin()
    {
        lock (door)
        {
            if (working is null)
            {
                using (ExecutionContext.SuppressFlow())
                {
                    working = Task.WhenAll(Task.Run(RunAsync), Task.Run(TellAsync));
                }
            }
        }
    }

    private async Task RunAsync()
    {
        var batch = new List<WaitingGroup>(AtOnce);
        while (await line.Reader.WaitToReadAsync(CancellationToken.None))
        {
            for (var count = 0; count < AtOnce && line.Reader.TryRead(out var group); )
            {
                batch.Add(group);
                count += group.Members.Count;
            }

            await WriteAsync(batch);
            batch.ForEach(group => group.Tell());
            batch.Clear();
        }

        await CloseAsync();
    }

    private async Task WriteAsync(IReadOnlyList<WaitingGroup> batch)
    {
        try
        {
            await CommitAsync(batch);
        }
        catch (Exception failure) when (IsOfOneItem(failure) && batch.Count > 1)
        {
            LogFailure(failure, batch.Count);
            await CloseAsync();
            foreach (var group in batch)
            {
                group.Settle(null);
                await WriteAsync([group]);
            }
        }
        catch (Exception failure)
        {
            LogFailure(failure, batch.Count);
            meters.Failed();
            await CloseAsync();
            foreach (var group in batch)
            {
                group.Settle(failure);
            }
        }
    }

    private async Task CommitAsync(IReadOnlyList<WaitingGroup> batch)
    {
        var began = Stopwatch.GetTimestamp();
        IReadOnlyList<PendingEvent> happened;
        using (await writers.EnterAsync(CancellationToken.None))
        {
            statements ??= await IntakeStatements.OpenAsync(choice, teller);
            happened = await statements.WriteAsync(batch);
        }

        // No public page shows what was only received: those that are kept stay good.
        meters.Written(batch.Sum(group => group.Members.Count), Stopwatch.GetElapsedTime(began));
        foreach (var pending in happened)
        {
            untold.Writer.TryWrite(pending);
        }
    }

    private async Task TellAsync()
    {
        var together = new List<PendingEvent>();
        while (await untold.Reader.WaitToReadAsync(CancellationToken.None))
        {
            while (together.Count < AtOnce && untold.Reader.TryRead(out var pending))
            {
                together.Add(pending);
            }

            await teller.TellAsync(together, CancellationToken.None);
            together.Clear();
        }
    }

    private static bool IsOfOneItem(Exception failure) =>
        failure switch
        {
            SqliteException sqlite => sqlite.SqliteErrorCode == SqliteConstraint,
            PostgresException postgres => postgres.SqlState.StartsWith("22", StringComparison.Ordinal)
                || postgres.SqlState.StartsWith("23", StringComparison.Ordinal),
            _ => false,
        };

    private async Task CloseAsync()
    {
        var closing = statements;
        statements = null;
        if (closing is not null)
        {
            await closing.DisposeAsync();
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Count} feedbacks could not be kept together.")]
    private partial void LogFailure(Exception failure, int count);
}

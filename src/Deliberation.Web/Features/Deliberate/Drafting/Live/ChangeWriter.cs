using System.Diagnostics;
using System.Threading.Channels;
using Deliberation.Web.Platform.Persistence;

namespace Deliberation.Web.Features.Deliberate.Drafting.Live;

/// <summary>
/// The only hand that writes changes: whatever waits when it comes round is written in one transaction, so that
/// hundreds of writers cost a few flushes of the disk a second, not one per keystroke.
/// </summary>
internal sealed partial class ChangeWriter : IHostedService
{
    private const int AtOnce = 2_000;

    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(30);

    private readonly DatabaseChoice choice;
    private readonly WriterQueue writers;
    private readonly LiveMeters meters;
    private readonly AttributionKeeper keeper;
    private readonly ILogger<ChangeWriter> log;

    private readonly Channel<AcceptedPush> waiting = Channel.CreateUnbounded<AcceptedPush>();
    private readonly Lock door = new();
    private ChangeStatements? statements;
    private Task? writing;
    private long busySince;
    private long failedAt;

    public ChangeWriter(
        DatabaseChoice choice,
        WriterQueue writers,
        LiveMeters meters,
        AttributionKeeper keeper,
        ILogger<ChangeWriter> log
    )
    {
        (this.choice, this.writers, this.meters, this.log) = (choice, writers, meters, log);
        this.keeper = keeper;
        meters.Watch("drafting.waiting_pushes", () => waiting.Reader.Count);
    }

    /// <summary>How long the present transaction has taken; zero when there is none.</summary>
    public TimeSpan BusyFor => Since(busySince);

    /// <summary>The last transaction failed, less than half a minute ago.</summary>
    public bool HasJustFailed => failedAt != 0 && Since(failedAt) < Memory;

    /// <summary>Puts a push in line; it is told when it is on disk, or that it is not.</summary>
    public void Write(AcceptedPush push)
    {
        Begin();
        if (!waiting.Writer.TryWrite(push))
        {
            push.Tell(WriteOutcome.Failed);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Writes what still waits, then takes no more.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        waiting.Writer.TryComplete();
        await (writing ?? Task.CompletedTask);
    }

    // Begun by the first change, and not by the host: texts are also written while the service is being filled.
    private void Begin()
    {
        lock (door)
        {
            if (writing is null)
            {
                using (ExecutionContext.SuppressFlow())
                {
                    writing = Task.Run(RunAsync);
                }
            }
        }
    }

    private async Task RunAsync()
    {
        var batch = new List<AcceptedPush>();
        while (await waiting.Reader.WaitToReadAsync(CancellationToken.None))
        {
            while (batch.Count < AtOnce && waiting.Reader.TryRead(out var push))
            {
                batch.Add(push);
            }

            busySince = Environment.TickCount64;
            await WriteAsync(batch);
            batch.Clear();
            busySince = 0;
        }

        await CloseAsync();
    }

    private async Task WriteAsync(List<AcceptedPush> batch)
    {
        var current = batch.Where(push => push.IsCurrent).ToList();
        try
        {
            await CommitAsync(current);
        }
        catch (Exception failure)
            when (Overtaken.Is(failure) && current.Select(push => push.Document).Distinct().Count() > 1)
        {
            // One text lost a race, which must not hold up the others: each gets a transaction of its own.
            LogFailure(failure, current.Count);
            foreach (var sameText in current.GroupBy(push => push.Document))
            {
                await WriteAsync([.. sameText]);
            }
        }
        catch (Exception failure)
        {
            GiveBack(current, await FailedAsync(failure, current.Count));
        }

        GiveBack(batch.Where(push => !push.IsCurrent), WriteOutcome.Overtaken);
    }

    private async Task CommitAsync(List<AcceptedPush> batch)
    {
        if (batch.Count == 0)
        {
            return;
        }

        IReadOnlyList<AcceptedPush> written;
        var began = Stopwatch.GetTimestamp();
        using (await writers.EnterAsync(CancellationToken.None))
        {
            statements ??= await ChangeStatements.OpenAsync(choice);
            written = await statements.WriteAsync(batch);
        }

        failedAt = 0;
        meters.Written(written, Stopwatch.GetElapsedTime(began));
        foreach (var push in written)
        {
            push.Document.Publish(push.Changes);
            push.Tell(WriteOutcome.Kept);
            if (push.Snapshot is not null)
            {
                keeper.Keep(push.Document.Id);
            }
        }

        GiveBack(batch.Except(written), WriteOutcome.Overtaken);
    }

    private async Task<WriteOutcome> FailedAsync(Exception failure, int count)
    {
        LogFailure(failure, count);
        await CloseAsync();
        if (Overtaken.Is(failure))
        {
            return WriteOutcome.Overtaken;
        }

        failedAt = Environment.TickCount64;
        meters.Failed();
        return WriteOutcome.Failed;
    }

    private static TimeSpan Since(long moment) =>
        moment == 0 ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Environment.TickCount64 - moment);

    private static void GiveBack(IEnumerable<AcceptedPush> pushes, WriteOutcome outcome)
    {
        foreach (var push in pushes.ToList())
        {
            push.Document.Distrust(push);
            push.Tell(outcome);
        }
    }

    private async Task CloseAsync()
    {
        var closing = statements;
        statements = null;
        if (closing is not null)
        {
            await closing.DisposeAsync();
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Count} pushes could not be written together.")]
    private partial void LogFailure(Exception failure, int count);
}

using System.Threading.Channels;
using Deliberation.Web.Platform.Persistence;

namespace Deliberation.Web.Features.Deliberate.Drafting.Live;

/// <summary>
/// The only hand that writes changes: whatever waits when it comes round is written in one transaction, so that
/// hundreds of writers cost a few flushes of the disk a second, not one per keystroke.
/// </summary>
internal sealed partial class ChangeWriter(
    DatabaseChoice choice,
    WriterQueue writers,
    ILogger<ChangeWriter> log
) : IHostedService
{
    private const int AtOnce = 2_000;

    private readonly Channel<AcceptedPush> waiting = Channel.CreateUnbounded<AcceptedPush>(
        new UnboundedChannelOptions { SingleReader = true }
    );
    private ChangeStatements? statements;

    private readonly Lock door = new();
    private Task? writing;

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

            await WriteAsync(batch);
            batch.Clear();
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
        catch (Exception failure) when (current.Select(push => push.Document).Distinct().Count() > 1)
        {
            // One text must not hold up the others: each gets a transaction of its own.
            LogFailure(failure, current.Count);
            foreach (var sameText in current.GroupBy(push => push.Document))
            {
                await WriteAsync([.. sameText]);
            }
        }
        catch (Exception failure)
        {
            LogFailure(failure, current.Count);
            await CloseAsync();
            var outcome = ChangeStatements.IsOvertaken(failure)
                ? WriteOutcome.Overtaken
                : WriteOutcome.Failed;
            GiveBack(current, outcome);
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
        using (await writers.EnterAsync(CancellationToken.None))
        {
            statements ??= await ChangeStatements.OpenAsync(choice);
            written = await statements.WriteAsync(batch);
        }

        foreach (var push in written)
        {
            push.Document.Publish(push.Changes);
            push.Tell(WriteOutcome.Kept);
        }

        GiveBack(batch.Except(written), WriteOutcome.Overtaken);
    }

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
        if (statements is not null)
        {
            await statements.DisposeAsync();
            statements = null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Count} pushes could not be written together.")]
    private partial void LogFailure(Exception failure, int count);
}

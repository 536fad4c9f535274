using System.Collections.Concurrent;
using System.Diagnostics;
using Deliberation.Web.Platform.Persistence;
using Npgsql;

namespace Deliberation.Web.Features.Deliberate.Drafting.Live;

/// <summary>
/// Hears what other nodes wrote. The bell may be missed: after every start and reconnection, and every two seconds,
/// each open text is compared with what is on disk.
/// </summary>
internal sealed partial class OtherNodes(
    DatabaseChoice choice,
    LiveDocuments documents,
    LiveParts parts,
    ILogger<OtherNodes> log
) : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<Guid, int> rung = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (choice.IsPostgres && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailure(failure);
                await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken);
            }
        }
    }

    private async Task ListenAsync(CancellationToken stoppingToken)
    {
        await using var connection = (NpgsqlConnection)choice.CreateConnection();
        connection.Notification += (_, bell) => Hear(bell.Payload);
        await connection.OpenAsync(stoppingToken);
        await using (var listen = new NpgsqlCommand($"LISTEN {NodeBell.Name}", connection))
        {
            await listen.ExecuteNonQueryAsync(stoppingToken);
        }

        while (true)
        {
            await CompareAsync(stoppingToken);
            var round = Stopwatch.StartNew();
            while (Round - round.Elapsed is var left && left > TimeSpan.Zero)
            {
                await connection.WaitAsync(left, stoppingToken);
                await ReadRungAsync(stoppingToken);
            }
        }
    }

    private void Hear(string payload)
    {
        foreach (var (documentId, version) in NodeBell.Read(payload))
        {
            rung[documentId] = version;
        }
    }

    private async Task ReadRungAsync(CancellationToken cancellationToken)
    {
        foreach (var documentId in rung.Keys)
        {
            if (
                rung.TryRemove(documentId, out var version)
                && documents.Find(documentId) is { } text
                && text.Audience.Version < version
            )
            {
                await text.ReadOnAsync(cancellationToken);
            }
        }
    }

    private async Task CompareAsync(CancellationToken cancellationToken)
    {
        var open = documents.All().Select(text => text.Id).ToList();
        if (open.Count == 0)
        {
            return;
        }

        foreach (var head in await parts.HeadsAsync(open, cancellationToken))
        {
            if (documents.Find(head.DocumentId) is not { } text)
            {
                continue;
            }

            if (text.Audience.Version < head.Version)
            {
                await text.ReadOnAsync(cancellationToken);
            }

            if (text.IsLoaded && text.Frozen != head.Frozen)
            {
                await text.LookIfFrozenAsync(cancellationToken);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "What other nodes write cannot be heard; trying again.")]
    private partial void LogFailure(Exception failure);
}

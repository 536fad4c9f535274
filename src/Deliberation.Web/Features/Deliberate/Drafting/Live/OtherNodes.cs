using System.Collections.Concurrent;
using System.Diagnostics;
using Deliberation.Web.Platform.Persistence;
using Npgsql;

namespace Deliberation.Web.Features.Deliberate.Drafting.Live;

/// <summary>
/// Hears what other nodes wrote, and who reads with them. The bell may be missed: after every start and reconnection, and every two seconds,
/// each open text is compared with what is on disk.
/// </summary>
internal sealed partial class OtherNodes(
    DatabaseChoice choice,
    LiveDocuments documents,
    Attendance attendance,
    LiveParts parts,
    ILogger<OtherNodes> log
) : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<Guid, int> rung = new();
    private readonly ConcurrentQueue<string> called = new();
    private readonly string node = Guid.NewGuid().ToString("N");

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
        connection.Notification += (_, bell) => Hear(bell.Channel, bell.Payload);
        await connection.OpenAsync(stoppingToken);
        await using (
            var listen = new NpgsqlCommand($"LISTEN {NodeBell.Name}; LISTEN {Roll.Name}", connection)
        )
        {
            await listen.ExecuteNonQueryAsync(stoppingToken);
        }

        while (true)
        {
            await CompareAsync(stoppingToken);
            await CallRollAsync(connection, stoppingToken);
            var round = Stopwatch.StartNew();
            while (Round - round.Elapsed is var left && left > TimeSpan.Zero)
            {
                await connection.WaitAsync(Patience(left), stoppingToken);
                await ReadRungAsync(stoppingToken);
                await ReadRollAsync();
            }
        }
    }

    /// <summary>How long to listen: whole milliseconds, for Npgsql takes less than one for “as long as it takes”.</summary>
    internal static TimeSpan Patience(TimeSpan left) =>
        TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling(left.TotalMilliseconds)));

    private void Hear(string channel, string payload)
    {
        if (channel == Roll.Name)
        {
            called.Enqueue(payload);
            return;
        }

        foreach (var (documentId, version) in NodeBell.Read(payload))
        {
            rung[documentId] = version;
        }
    }

    private async Task CallRollAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var here = documents.All().Select(text => (text.Id, text.Audience.People()));
        foreach (var payload in Roll.Payloads(node, here))
        {
            await using var call = new NpgsqlCommand(
                $"SELECT pg_notify('{Roll.Name}', @payload)",
                connection
            );
            call.Parameters.AddWithValue("payload", payload);
            await call.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private async Task ReadRollAsync()
    {
        while (called.TryDequeue(out var payload))
        {
            var (caller, texts) = Roll.Read(payload);
            foreach (var (documentId, people) in caller == node ? [] : texts)
            {
                attendance.HearOf(caller, documentId, people);
                if (documents.Find(documentId) is { } text)
                {
                    text.Audience.HearOf(caller, await NamedAsync(text, people));
                }
            }
        }
    }

    // Under the names they have here: what a notification says about rights or names is not believed.
    private async Task<IReadOnlyList<Attendee>> NamedAsync(LiveDocument text, IReadOnlyList<Guid> people)
    {
        var named = new List<Attendee>();
        foreach (var person in people)
        {
            if (await parts.Standing.InAsync(text.SpaceId, person) is { } place)
            {
                named.Add(new Attendee(person, place.Name));
            }
        }

        return named;
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
        attendance.ForgetSilentNodes();
        var open = documents.All().Select(text => text.Id).ToList();
        foreach (var text in documents.All())
        {
            text.Audience.ForgetSilentNodes();
        }

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

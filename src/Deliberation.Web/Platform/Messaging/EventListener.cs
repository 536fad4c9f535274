using System.Threading.Channels;
using Deliberation.Web.Platform.Persistence;
using Npgsql;

namespace Deliberation.Web.Platform.Messaging;

/// <summary>Hears what other nodes ring, and tells the pages open on this one.</summary>
internal sealed partial class EventListener(
    DatabaseChoice choice,
    EventBell bell,
    EventTeller teller,
    ILogger<EventListener> log
) : BackgroundService
{
    private const int Waiting = 1_000;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

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
                await Task.Delay(Pause, stoppingToken);
            }
        }
    }

    private async Task ListenAsync(CancellationToken stoppingToken)
    {
        var heard = Channel.CreateBounded<string>(
            new BoundedChannelOptions(Waiting) { FullMode = BoundedChannelFullMode.DropOldest }
        );
        await using var connection = (NpgsqlConnection)choice.CreateConnection();
        connection.Notification += (_, rung) => heard.Writer.TryWrite(rung.Payload);
        await connection.OpenAsync(stoppingToken);
        await using (var listen = new NpgsqlCommand($"LISTEN {EventBell.Name}", connection))
        {
            await listen.ExecuteNonQueryAsync(stoppingToken);
        }

        while (true)
        {
            await connection.WaitAsync(stoppingToken);
            while (heard.Reader.TryRead(out var payload))
            {
                if (bell.Read(payload) is { } told)
                {
                    await teller.TellPagesAsync(told.Type, told.Content, stoppingToken);
                }
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "What happens on other nodes cannot be heard; trying again.")]
    private partial void LogFailure(Exception failure);
}

using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.Options;

namespace Deliberation.Web.Features.Deliberate.Drafting.Live;

/// <summary>
/// The open lines of the hub. The stock manager writes each message anew for each page; here readers get the line
/// itself, and bytes written once serve everybody.
/// </summary>
internal sealed class Lines : DefaultHubLifetimeManager<DraftHub>
{
    private static readonly TimeSpan Farewell = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<string, HubConnectionContext> open = new();
    private readonly DraftingLimits limits;

    public Lines(
        IOptions<DraftingLimits> limits,
        IHostApplicationLifetime lifetime,
        ILogger<DefaultHubLifetimeManager<DraftHub>> log
    )
        : base(log)
    {
        this.limits = limits.Value;
        lifetime.ApplicationStopping.Register(AskToComeBack);
    }

    public int Count => open.Count;

    public Line Of(string connectionId) =>
        open.TryGetValue(connectionId, out var connection)
            ? new Line(connection, TimeSpan.FromSeconds(limits.StuckSeconds))
            : throw new HubException("No line.");

    public override Task OnConnectedAsync(HubConnectionContext connection)
    {
        open[connection.ConnectionId] = connection;
        return base.OnConnectedAsync(connection);
    }

    public override Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        open.TryRemove(connection.ConnectionId, out _);
        return base.OnDisconnectedAsync(connection);
    }

    // The service stops: what was acknowledged is on disk, and the rest waits in the pages until they come back.
    private void AskToComeBack()
    {
        var goodbye = new CloseMessage(error: null, allowReconnect: true);
        var told = open.Values.Select(connection => connection.WriteAsync(goodbye).AsTask());
        Task.WaitAll([.. told], TimeSpan.FromSeconds(1));

        // Written is not yet sent: the lines are cut when this returns, so pages are left the time to hang up first.
        SpinWait.SpinUntil(() => open.IsEmpty, Farewell);
    }
}

/// <summary>
/// The way to one open page. What waits for the network waits here, a few tens of kilobytes; a page that takes
/// nothing for too long is cut off, and catches up from the log when it comes back.
/// </summary>
internal sealed class Line(HubConnectionContext connection, TimeSpan patience)
{
    /// <exception cref="OperationCanceledException">The page takes nothing any more.</exception>
    public async ValueTask SendAsync(Message message)
    {
        var sending = connection.WriteAsync(message.Shared, connection.ConnectionAborted);
        if (sending.IsCompleted)
        {
            await sending;
            return;
        }

        try
        {
            await sending.AsTask().WaitAsync(patience, connection.ConnectionAborted);
        }
        catch (TimeoutException tooLong)
        {
            connection.GetHttpContext()?.Abort();
            connection.Abort();
            throw new OperationCanceledException("The page takes nothing any more.", tooLong);
        }
    }
}

using System.IO.Pipelines;
using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;

namespace Deliberation.Testing;

/// <summary>Opens a WebSocket for a SignalR client; the package with the ready-made transports cannot be had.</summary>
public sealed class SocketConnectionFactory(Func<CancellationToken, Task<WebSocket>> connect)
    : IConnectionFactory
{
    public async ValueTask<ConnectionContext> ConnectAsync(
        EndPoint endPoint,
        CancellationToken cancellationToken = default
    ) => new SocketConnection(await connect(cancellationToken));
}

/// <summary>Carries the bytes of a hub connection over a WebSocket.</summary>
internal sealed class SocketConnection : ConnectionContext
{
    private readonly CancellationTokenSource closed = new();
    private readonly WebSocket socket;
    private readonly Task pumping;

    public SocketConnection(WebSocket socket)
    {
        this.socket = socket;
        var (received, sent) = (new Pipe(), new Pipe());
        Transport = new Ends(received.Reader, sent.Writer);
        pumping = Task.WhenAll(ReceiveAsync(received.Writer), SendAsync(sent.Reader));
        ConnectionClosed = closed.Token;
    }

    public override string ConnectionId { get; set; } = Guid.NewGuid().ToString("N");

    public override IFeatureCollection Features { get; } = new FeatureCollection();

    public override IDictionary<object, object?> Items { get; set; } = new Dictionary<object, object?>();

    public override IDuplexPipe Transport { get; set; }

    /// <summary>Cuts the line without a word, as a network does.</summary>
    public override void Abort(ConnectionAbortedException abortReason) => socket.Abort();

    public override async ValueTask DisposeAsync()
    {
        await Transport.Output.CompleteAsync();
        socket.Abort();
        await pumping;
        socket.Dispose();
        closed.Dispose();
    }

    private async Task ReceiveAsync(PipeWriter writer)
    {
        Exception? failure = null;
        try
        {
            while (true)
            {
                var message = await socket.ReceiveAsync(writer.GetMemory(4_096), CancellationToken.None);
                if (message.MessageType == WebSocketMessageType.Close)
                {
                    break;
                }

                writer.Advance(message.Count);
                if ((await writer.FlushAsync()).IsCompleted)
                {
                    break;
                }
            }
        }
        catch (Exception broken)
        {
            failure = broken;
        }

        await writer.CompleteAsync(failure);
        await closed.CancelAsync();
    }

    private async Task SendAsync(PipeReader reader)
    {
        try
        {
            while (true)
            {
                var read = await reader.ReadAsync();
                foreach (var part in read.Buffer)
                {
                    await socket.SendAsync(part, WebSocketMessageType.Text, false, CancellationToken.None);
                }

                reader.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted)
                {
                    break;
                }

                await socket.SendAsync(
                    default(ReadOnlyMemory<byte>),
                    WebSocketMessageType.Text,
                    true,
                    default
                );
            }
        }
        catch (Exception cut)
        {
            // The receiving side says so too.
            await reader.CompleteAsync(cut);
            return;
        }

        await reader.CompleteAsync();
    }

    private sealed record Ends(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}

using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Deliberation.Browser.Tests;

/// <summary>
/// A line to the product that can be cut or slow, open sockets included: a browser’s own switches leave those alone.
/// </summary>
internal sealed class CuttableLine : IDisposable
{
    private readonly int target;
    private readonly TimeSpan delay;
    private readonly ConcurrentBag<TcpClient> open = [];
    private TcpListener listener;

    /// <param name="target">The product.</param>
    /// <param name="delay">How long everything takes each way; nothing at all by default.</param>
    public CuttableLine(Uri target, TimeSpan delay = default)
    {
        (this.target, this.delay) = (target.Port, delay);
        listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Address = new Uri($"http://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}");
        _ = AcceptAsync(listener);
    }

    public Uri Address { get; }

    /// <summary>Nothing goes through any more, and nobody can call.</summary>
    public void Cut()
    {
        listener.Stop();
        foreach (var client in open)
        {
            client.Dispose();
        }

        open.Clear();
    }

    public void Mend()
    {
        listener = new TcpListener(IPAddress.Loopback, Address.Port);
        listener.Start();
        _ = AcceptAsync(listener);
    }

    public void Dispose() => Cut();

    private async Task AcceptAsync(TcpListener accepting)
    {
        try
        {
            while (true)
            {
                var near = await accepting.AcceptTcpClientAsync();
                var far = new TcpClient();
                open.Add(near);
                open.Add(far);
                await far.ConnectAsync("localhost", target);
                _ = CarryAsync(near, far);
                _ = CarryAsync(far, near);
            }
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            // The line is cut.
        }
    }

    private async Task CarryAsync(TcpClient from, TcpClient to)
    {
        var carried = new byte[16_384];
        try
        {
            while (await from.GetStream().ReadAsync(carried) is var count and > 0)
            {
                await Task.Delay(delay);
                await to.GetStream().WriteAsync(carried.AsMemory(0, count));
            }
        }
        catch (Exception end)
            when (end is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // One side is gone: so is the other.
        }

        from.Dispose();
        to.Dispose();
    }
}

using System.Net.WebSockets;
using System.Text;
using Deliberation.Testing;
using Deliberation.Web.Features.Deliberate.Ballots;
using Deliberation.Web.Features.Deliberate.Drafting;
using Deliberation.Web.Platform.Security.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Deliberation.Web.Tests.Platform.Security.Sessions;

/// <summary>Real sockets on a real port: when a session ends, by whatever way, what it holds open closes.</summary>
public sealed class OpenLinesTests(ListeningProduct product) : IClassFixture<ListeningProduct>
{
    // A second on a quiet machine; tests share theirs with browsers.
    private static readonly TimeSpan AMoment = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData(DraftingSetup.HubAddress)]
    [InlineData(BallotsSetup.HubAddress)]
    public async Task Signing_out_closes_the_lines_of_that_device_and_of_no_other(string hub)
    {
        var person = await Given.PersonAsync(product);
        using var phone = await LineAsync(hub, person);
        var session = await SessionsAsync(person);
        using var tablet = await LineAsync(hub, person);

        await Store.EndAsync(person, session.Single());

        await ClosesAsync(phone);
        Assert.True(await StaysOpenAsync(tablet));
    }

    [Theory]
    [InlineData(DraftingSetup.HubAddress)]
    [InlineData(BallotsSetup.HubAddress)]
    public async Task Signing_out_everywhere_closes_every_line(string hub)
    {
        var person = await Given.PersonAsync(product);
        using var phone = await LineAsync(hub, person);
        using var tablet = await LineAsync(hub, person);

        await Store.EndAsync(person, null);

        await Task.WhenAll(ClosesAsync(phone), ClosesAsync(tablet));
    }

    [Theory]
    [InlineData(DraftingSetup.HubAddress)]
    [InlineData(BallotsSetup.HubAddress)]
    public async Task An_expired_session_loses_its_line(string hub)
    {
        var person = await Given.PersonAsync(product);
        using var line = await LineAsync(hub, person, TimeSpan.FromSeconds(2));

        await ClosesAsync(line, TimeSpan.FromSeconds(2) + AMoment);
    }

    [Fact]
    public async Task A_session_ended_by_another_node_loses_its_line()
    {
        var person = await Given.PersonAsync(product);
        using var line = await LineAsync(DraftingSetup.HubAddress, person);

        await product.ReadAsync(db =>
            db.Set<DeviceSession>().Where(row => row.PersonId == person).ExecuteDeleteAsync()
        );

        await ClosesAsync(line);
    }

    private DeviceSessionStore Store => product.Services.GetRequiredService<DeviceSessionStore>();

    private Task<List<Guid>> SessionsAsync(Guid person) =>
        product.ReadAsync(db =>
            db.Set<DeviceSession>().Where(row => row.PersonId == person).Select(row => row.Id).ToListAsync()
        );

    private async Task<WebSocket> LineAsync(string hub, Guid person, TimeSpan? lifetime = null)
    {
        var cookie = SignedInCookie.For(product.Services, person, lifetime: lifetime);
        var line = await product.SocketAsync(hub, cookie, null, CancellationToken.None);
        await line.SendAsync(
            Encoding.UTF8.GetBytes("{\"protocol\":\"json\",\"version\":1}\u001e"),
            WebSocketMessageType.Text,
            true,
            CancellationToken.None
        );
        await line.ReceiveAsync(new byte[1_000], CancellationToken.None);
        return line;
    }

    private static async Task ClosesAsync(WebSocket line, TimeSpan? within = null)
    {
        using var patience = new CancellationTokenSource(within ?? AMoment);
        try
        {
            while (
                (await line.ReceiveAsync(new byte[1_000], patience.Token)).MessageType
                != WebSocketMessageType.Close
            ) { }
        }
        catch (WebSocketException)
        {
            // Cut without a word: closed all the same.
        }

        Assert.False(patience.IsCancellationRequested, "The line stayed open.");
    }

    private static async Task<bool> StaysOpenAsync(WebSocket line)
    {
        using var patience = new CancellationTokenSource(500);
        try
        {
            await line.ReceiveAsync(new byte[1_000], patience.Token);
            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }
}

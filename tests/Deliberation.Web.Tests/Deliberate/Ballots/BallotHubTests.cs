using Deliberation.Domain.Assemble.Membership;
using Deliberation.Testing;
using Deliberation.Web.Features.Deliberate.Ballots;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Deliberation.Web.Tests.Deliberate.Ballots;

public sealed class BallotHubTests(Product product) : IClassFixture<Product>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Open_pages_hear_that_a_vote_opened_and_closed()
    {
        var committee = await Given.CommitteeAsync(product);
        await using var page = await OpenAsync(committee.Members[0]);
        var heard = System.Threading.Channels.Channel.CreateUnbounded<Guid>();
        page.On<Guid>("Balloted", ballot => heard.Writer.TryWrite(ballot));
        await page.InvokeAsync("Watch", committee.Space.Slug);

        var ballot = await Given.OpenBallotAsync(product, committee);
        Assert.Equal(ballot, await heard.Reader.ReadAsync().AsTask().WaitAsync(Patience));
        await Given.CloseAsync(product, committee, ballot);
        Assert.Equal(ballot, await heard.Reader.ReadAsync().AsTask().WaitAsync(Patience));
    }

    [Fact]
    public async Task A_stranger_cannot_watch_a_space()
    {
        var committee = await Given.CommitteeAsync(product);
        var elsewhere = await Given.SpaceAsync(product);
        var stranger = await Given.InSpaceAsync(product, elsewhere.Id, SpaceRole.Member);
        await using var page = await OpenAsync(stranger);

        await Assert.ThrowsAsync<HubException>(() => page.InvokeAsync("Watch", committee.Space.Slug));
    }

    private async Task<HubConnection> OpenAsync(Guid person)
    {
        var builder = new HubConnectionBuilder();
        builder.Services.AddSingleton<IConnectionFactory>(
            new SocketConnectionFactory(cancellationToken =>
                product.SocketAsync(
                    BallotsSetup.HubAddress,
                    SignedInCookie.For(product.Services, person),
                    null,
                    cancellationToken
                )
            )
        );
        builder.Services.AddSingleton<System.Net.EndPoint>(new System.Net.DnsEndPoint("localhost", 443));
        var hub = builder.Build();
        await hub.StartAsync();
        return hub;
    }
}

using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Testing;
using Deliberation.Web.Features.Deliberate.Drafting;
using Deliberation.Web.Features.Deliberate.Drafting.Live;
using Microsoft.Extensions.DependencyInjection;

namespace Deliberation.Web.Tests.Deliberate.Drafting.Live;

/// <summary>Runs alone: it weighs the memory of the whole process.</summary>
[Collection(Alone.Name)]
public sealed class SlowReceiverTests(SlowReceiverTests.Generous product)
    : IClassFixture<SlowReceiverTests.Generous>
{
    private const int Stubborn = 8;
    private const int Pushes = 300;
    private const int Written = 20_000;

    [Fact]
    public async Task A_client_that_reads_nothing_never_slows_the_others_and_costs_a_megabyte_at_most()
    {
        var room = await WritingRoom.OpenAsync(product);
        await using var page = await room.PageAsync(SpaceRole.Member);
        await using var other = await room.PageAsync(SpaceRole.Member);
        await page.WriteAsync(new string('a', Written));
        // What is at hand for everybody is bounded by itself, and is there before.
        await RewriteAsync(page, other, from: 1, to: Pushes);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var mute = new List<WebSocket>();
        for (var i = 0; i < Stubborn; i++)
        {
            mute.Add(await MuteAsync(room));
        }

        var slowest = await RewriteAsync(page, other, from: Pushes, to: 2 * Pushes);

        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.True(grown < Stubborn * 1_048_576, $"{grown / 1_048_576.0:0.0} MB for {Stubborn} pages.");
        Assert.True(slowest < TimeSpan.FromSeconds(3), $"{slowest}");
        var lines = product.Services.GetRequiredService<Lines>();
        await Patience.UntilAsync(() => lines.Count == 2, seconds: 15);
        mute.ForEach(socket => socket.Dispose());
    }

    /// <returns>The longest that another page waited for one change.</returns>
    private static async Task<TimeSpan> RewriteAsync(LivePage page, LivePage other, int from, int to)
    {
        var slowest = TimeSpan.Zero;
        for (var push = from; push < to; push++)
        {
            var clock = Stopwatch.StartNew();
            await RewriteAsync(page, push);
            await other.UntilAsync(p => p.Version == push + 1);
            page.ForgetSeen();
            other.ForgetSeen();
            slowest = clock.Elapsed > slowest ? clock.Elapsed : slowest;
        }

        return slowest;
    }

    private static async Task RewriteAsync(LivePage page, int push)
    {
        var letter = (char)('a' + (push % 26));
        var change = $"[[[{Written},\"{new string(letter, Written)}\"]]]";
        var answer = await page.SendRawAsync(push, page.ClientId + "-b", push - 1, JsonElement.Parse(change));
        Assert.Null(answer.Refused);
    }

    private async Task<WebSocket> MuteAsync(WritingRoom room)
    {
        var cookie = SignedInCookie.For(product.Services, await room.WelcomeAsync());
        var socket = await StubbornSocket.OpenAsync(product.Address, DraftingSetup.HubAddress, cookie);
        await SayAsync(socket, "{\"protocol\":\"json\",\"version\":1}\u001e");
        await SayAsync(socket, RawLine.Invocation("Open", $"\"{room.Document.Id}\",null", "1"));
        return socket;
    }

    private static Task SayAsync(WebSocket socket, string text) =>
        socket.SendAsync(
            Encoding.UTF8.GetBytes(text),
            WebSocketMessageType.Text,
            true,
            CancellationToken.None
        );

    public sealed class Generous : ListeningProduct
    {
        protected override IReadOnlyDictionary<string, string> Settings =>
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Drafting:PushesPerSecond"] = "10000",
                ["Drafting:PushesAtOnce"] = "10000",
                ["Drafting:PushesPerSecondOfAPerson"] = "10000",
                ["Drafting:WrittenPerSecond"] = "100000000",
                ["Drafting:WrittenAtOnce"] = "100000000",
                ["Drafting:StuckSeconds"] = "4",
            };
    }
}

/// <summary>Tests that measure what the process uses, and so run while no other does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}

using System.Globalization;
using Deliberation.Testing;
using Deliberation.Web.Features.Deliberate.Drafting;

namespace Deliberation.Web.Tests.Deliberate.Drafting.Live;

/// <summary>A real server process, killed while people type; <c>DRAFTING_KILLS</c> says how often.</summary>
public sealed class KilledServerTests
{
    private const int People = 4;

    private static readonly int Kills = int.Parse(
        Environment.GetEnvironmentVariable("DRAFTING_KILLS") ?? "2",
        CultureInfo.InvariantCulture
    );

    /// <summary>Between two words, in milliseconds: what is typed in all must fit in one text.</summary>
    private static readonly int Pause = Math.Max(5, Kills / 4);

    [Fact]
    public async Task An_acknowledged_change_survives_a_killed_server_once()
    {
        if (Product.IsPostgres)
        {
            return; // The running product of this test keeps its data in a file.
        }

        using var running = new RunningProduct();
        await running.StartAsync();
        using var backstage = new Backstage(running);
        var room = await WritingRoom.OpenAsync(backstage);
        var pages = new List<LivePage>();
        for (var i = 0; i < People; i++)
        {
            pages.Add(backstage.LivePage(room.Document.Id, await room.WelcomeAsync()));
            Assert.Null(await pages[i].OpenAsync());
        }

        for (var kill = 0; kill < Kills; kill++)
        {
            var typing = pages.Select(TypeUntilTheLineBreaksAsync).ToList();
            await Task.Delay(700 + (kill * 37 % 400));
            running.Kill();
            await Task.WhenAll(typing);
            await running.StartAsync();
            await Task.WhenAll(pages.Select(page => page.ReopenAsync()));
        }

        await Task.WhenAll(pages.Select(FinishAsync));
        await EverybodyAgreesAsync(room, pages);
    }

    [Fact]
    public async Task A_stop_loses_nothing_and_asks_pages_to_come_back()
    {
        if (Product.IsPostgres)
        {
            return; // The running product of this test keeps its data in a file.
        }

        using var running = new RunningProduct();
        await running.StartAsync();
        using var backstage = new Backstage(running);
        var room = await WritingRoom.OpenAsync(backstage);
        var page = backstage.LivePage(room.Document.Id, await room.WelcomeAsync());
        Assert.Null(await page.OpenAsync());
        using var line = new RawLine(
            await ListeningProduct.OpenAsync(
                running.Address,
                DraftingSetup.HubAddress,
                backstage.CookieOf(await room.WelcomeAsync()),
                null,
                CancellationToken.None
            )
        );
        await line.GreetAsync();

        var typing = TypeUntilTheLineBreaksAsync(page);
        await Task.Delay(500);
        var code = await running.StopAsync(TimeSpan.FromSeconds(15));
        await typing;
        var last = await line.ReceiveAsync();
        await running.StartAsync();
        await page.ReopenAsync();
        await FinishAsync(page);

        Assert.Equal(0, code);
        Assert.Equal("""{"type":7,"allowReconnect":true}""", $"{last}");
        await EverybodyAgreesAsync(room, [page]);
    }

    private static async Task TypeUntilTheLineBreaksAsync(LivePage page)
    {
        try
        {
            while (true)
            {
                page.Append($"{page.ClientId[5..9]}.");
                await page.SendAsync();
                await Task.Delay(Pause);
            }
        }
        catch (Exception broken) when (broken is not Xunit.Sdk.XunitException)
        {
            // Killed: what was not acknowledged waits in the page.
        }
    }

    private static async Task FinishAsync(LivePage page)
    {
        await page.SendAsync();
        await page.UntilAsync(p => p.Waiting == 0, seconds: 30);
    }

    private static async Task EverybodyAgreesAsync(WritingRoom room, List<LivePage> pages)
    {
        var kept = await room.ChangesAsync();
        await Task.WhenAll(pages.Select(page => page.UntilAsync(p => p.Version == kept.Count, seconds: 30)));
        var text = await room.TextAsync();

        Assert.True(kept.Count >= pages.Count, $"Only {kept.Count} changes were made.");
        Assert.Equal(Enumerable.Range(1, kept.Count), kept.Select(change => change.Version));
        Assert.All(pages, page => Assert.Equal(text, page.Text));
        foreach (var page in pages)
        {
            var own = kept.Where(change => change.ClientId == page.ClientId)
                .Select(change => change.Sequence);
            Assert.Equal(Enumerable.Range(0, page.Typed), own);
        }
    }
}

using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Deliberation.Testing;
using Deliberation.Web.Features.Deliberate.Drafting;
using Deliberation.Web.Features.Deliberate.Drafting.Live;
using Microsoft.AspNetCore.SignalR.Client;

namespace Deliberation.Web.Tests.Deliberate.Drafting.Live;

/// <summary>
/// Two real processes on one PostgreSQL, with people on both; <c>DRAFTING_PAUSE</c> says for how many seconds one of
/// them is frozen.
/// </summary>
public sealed class NodesTests
{
    private static readonly int PauseSeconds = int.Parse(
        Environment.GetEnvironmentVariable("DRAFTING_PAUSE") ?? "4",
        CultureInfo.InvariantCulture
    );

    [Fact]
    public async Task Two_nodes_write_one_text_and_lose_nothing_when_one_is_paused_and_one_is_killed()
    {
        if (!Product.IsPostgres)
        {
            return; // One file has one process.
        }

        using var stage = new Stage();
        var room = await WritingRoom.OpenAsync(stage);
        using var first = stage.Node();
        using var second = stage.Node();
        await Task.WhenAll(first.StartAsync(), second.StartAsync());
        var pages = await PagesAsync(stage, room, [first, second, first, second]);

        await Task.WhenAll(pages.Select(page => TypeAsync(page, TimeSpan.FromSeconds(3))));
        await AgreeAsync(room, pages);

        await first.SignalAsync("STOP");
        var frozen = TypeAsync(pages[0], TimeSpan.FromSeconds(1));
        await TypeAsync(pages[1], TimeSpan.FromSeconds(PauseSeconds));
        Assert.Equal(0, pages[1].Waiting);
        await first.SignalAsync("CONT");
        await frozen;
        await Task.WhenAll(pages.Select(ReturnAsync));
        await AgreeAsync(room, pages);

        var typing = pages.Select(page => TypeAsync(page, TimeSpan.FromSeconds(1))).ToList();
        await Task.Delay(500);
        second.Kill();
        await Task.WhenAll(typing);
        await second.StartAsync();
        await Task.WhenAll(pages.Select(ReturnAsync));
        await AgreeAsync(room, pages);
    }

    [Theory]
    [InlineData(0.4, 1)]
    [InlineData(1.2, 2)]
    [InlineData(2_000, 2_000)]
    public void A_node_never_listens_without_end(double left, int milliseconds) =>
        Assert.Equal(
            TimeSpan.FromMilliseconds(milliseconds),
            OtherNodes.Patience(TimeSpan.FromMilliseconds(left))
        );

    [Fact]
    public async Task Pages_see_who_is_on_the_other_node_and_hear_what_is_said_there()
    {
        if (!Product.IsPostgres)
        {
            return; // One file has one process.
        }

        using var stage = new Stage();
        var room = await WritingRoom.OpenAsync(stage);
        using var first = stage.Node();
        using var second = stage.Node();
        await Task.WhenAll(first.StartAsync(), second.StartAsync());
        var pages = await PagesAsync(stage, room, [first, second]);
        var heard = new ConcurrentBag<LivePage>();
        pages.ForEach(page => page.Hub.On<Guid>(nameof(IDraftClient.Commented), _ => heard.Add(page)));
        var atelier = await Given.AtelierAsync(stage);
        await using var samira = Backstage.LivePage(
            first.Address,
            atelier.DocumentId,
            SignedInCookie.For(stage.Services, atelier.Member)
        );
        await samira.OpenAsync();
        using var jean = new HttpClient { BaseAddress = second.Address };
        jean.DefaultRequestHeaders.Add("Cookie", SignedInCookie.For(stage.Services, atelier.Facilitator));

        await Task.WhenAll(pages.Select(page => page.UntilAsync(p => p.Peers.Count == 2, seconds: 60)));
        await stage.SendAsync(
            new Comments.Command(
                room.Document.Id,
                new Pointed(null, null, null, null),
                "D’où vient ce chiffre ?",
                await room.WelcomeAsync()
            )
        );
        await Patience.UntilAsync(() => heard.Distinct().Count() == 2, seconds: 60);
        await Patience.UntilAsync(() => SaysAsync(jean, atelier.Address, @"Y sont\s*: Samira"), seconds: 60);
        second.Kill();

        await pages[0].UntilAsync(p => p.Peers.Count == 1, seconds: 60);
    }

    private static async Task<bool> SaysAsync(HttpClient reader, string address, string words) =>
        Regex.IsMatch(WebUtility.HtmlDecode(await reader.GetStringAsync(address)), words);

    private static async Task<List<LivePage>> PagesAsync(
        Stage stage,
        WritingRoom room,
        IEnumerable<RunningProduct> nodes
    )
    {
        var pages = new List<LivePage>();
        foreach (var node in nodes)
        {
            var page = Backstage.LivePage(
                node.Address,
                room.Document.Id,
                SignedInCookie.For(stage.Services, await room.WelcomeAsync())
            );
            Assert.Null(await page.OpenAsync());
            pages.Add(page);
        }

        return pages;
    }

    private static async Task TypeAsync(LivePage page, TimeSpan time)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        try
        {
            while (clock.Elapsed < time)
            {
                page.Append($"{page.ClientId[5..8]}.");
                await page.SendAsync();
                await Task.Delay(40);
            }

            var last = await page.SendAsync();
            Assert.True(last.Refused is null, last.Refused?.Code);
            await page.UntilAsync(p => p.Waiting == 0, seconds: 20 + PauseSeconds);
        }
        catch (Exception broken) when (broken is not Xunit.Sdk.XunitException)
        {
            // The node is gone: what was not acknowledged waits in the page.
        }
    }

    private static async Task ReturnAsync(LivePage page)
    {
        await page.ReopenAsync();
        await page.SendAsync();
        await page.UntilAsync(p => p.Waiting == 0, seconds: 30);
    }

    private static async Task AgreeAsync(WritingRoom room, List<LivePage> pages)
    {
        var kept = await room.ChangesAsync();
        await Task.WhenAll(pages.Select(page => page.UntilAsync(p => p.Version == kept.Count, seconds: 10)));
        var text = await room.TextAsync();

        Assert.Equal(Enumerable.Range(1, kept.Count), kept.Select(change => change.Version));
        Assert.All(pages, page => Assert.Equal(text, page.Text));
        Assert.Equal(pages.Sum(page => page.Typed), kept.Count);
    }

    private sealed class Stage : Product
    {
        protected override string EnvironmentName => "Development";

        protected override IReadOnlyDictionary<string, string> Settings =>
            new Dictionary<string, string>(StringComparer.Ordinal) { ["Seed"] = "none" };

        /// <summary>A process on the same database, with the same keys.</summary>
        public RunningProduct Node() =>
            new(
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["Database"] = "Postgres",
                    ["ConnectionStrings__Deliberation"] = ConnectionString!, // known since the first service was asked for
                    ["DataFolder"] = DataFolder,
                    ["Drafting__PushesPerSecondOfAPerson"] = "1000",
                }
            );
    }
}

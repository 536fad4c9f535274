using System.Diagnostics;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Testing;
using Deliberation.Web.Features.Deliberate.Drafting;
using Microsoft.Extensions.DependencyInjection;

namespace Deliberation.Bench;

/// <summary>People who type in texts of a server process of its own, on this machine only, for a limited time.</summary>
internal sealed class LiveLoad(Options options)
{
    private readonly int people = Math.Min(options.Int("people", 30), 500);
    private readonly int documents = Math.Min(options.Int("documents", 1), 200);
    private readonly double rate = Math.Min(options.Number("rate", 3), 10);
    private readonly TimeSpan time = TimeSpan.FromSeconds(Math.Min(options.Int("seconds", 20), 120));
    private readonly TimeSpan warm = TimeSpan.FromSeconds(Math.Min(options.Int("warm", 10), 60));
    private readonly int length = options.Int("text", 5_000);

    public async Task RunAsync()
    {
        using var running = new RunningProduct(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Logging__LogLevel__Default"] = "Warning",
            }
        );
        await running.StartAsync();
        using var stage = new Backstage(running);
        var pages = new TypingPage[people * documents];
        var texts = new List<Guid>();
        for (var document = 0; document < documents; document++)
        {
            texts.Add(await FillAsync(stage, running, pages, document * people));
        }

        var witness = await WitnessAsync(stage, texts[0]);
        await Task.Delay(2_000);
        await Task.WhenAll(pages.Select(page => page.TypeAsync(rate, warm)));
        await SettleAsync(pages);
        Array.ForEach(pages, page => page.CountAnew());
        var server = new ProcessMeter(running.ProcessId);
        var driver = new ProcessMeter(Environment.ProcessId);
        var disk = new DiskMeter();
        await Task.WhenAll(pages.Select(page => page.TypeAsync(rate, time)));
        var (serverCpu, driverCpu) = (server.CpuPercent, driver.CpuPercent);
        disk.Dispose();
        await SettleAsync(pages);
        await witness.UntilAsync(page => page.Version == pages[0].Version, seconds: 30);
        await ReportAsync(stage, pages, witness, (server, serverCpu, driverCpu));
        Console.WriteLine($"the disk's flush        {disk.Flushes}");
    }

    private async Task<Guid> FillAsync(Backstage stage, RunningProduct running, TypingPage[] pages, int first)
    {
        var space = await Given.SpaceAsync(stage, $"bench-{first}");
        var document = await Given.DocumentAsync(stage, space.Id);
        var author = await Given.InSpaceAsync(stage, space.Id, SpaceRole.Member);
        await stage.SendAsync(
            new Write.Command(document.Id, 0, new string('a', length), Write.NewKey(), author)
        );
        for (var i = first; i < first + people; i++)
        {
            var person = await Given.InSpaceAsync(stage, space.Id, SpaceRole.Member, $"Personne{i}");
            var socket = await ListeningProduct.OpenAsync(
                running.Address,
                DraftingSetup.HubAddress,
                stage.CookieOf(person),
                null,
                CancellationToken.None
            );
            pages[i] = new TypingPage(i, document.Id, pages);
            await pages[i].OpenAsync(socket, length, 1);
        }

        return document.Id;
    }

    private static async Task<LivePage> WitnessAsync(Backstage stage, Guid document)
    {
        var space = await stage.ReadAsync(db =>
            Task.FromResult(db.Set<Document>().Single(text => text.Id == document).SpaceId)
        );
        var witness = stage.LivePage(document, await Given.InSpaceAsync(stage, space, SpaceRole.Observer));
        await witness.OpenAsync();
        return witness;
    }

    private async Task SettleAsync(TypingPage[] pages)
    {
        var patience = Stopwatch.StartNew();
        while (patience.Elapsed < TimeSpan.FromSeconds(30) && !HaveSettled(pages))
        {
            await Task.Delay(50);
        }
    }

    private bool HaveSettled(TypingPage[] pages) =>
        pages
            .Chunk(people)
            .All(room =>
                room.All(page => page.IsQuiet && page.Version == 1 + room.Sum(typist => typist.Typed))
            );

    private async Task ReportAsync(
        Backstage stage,
        TypingPage[] pages,
        LivePage witness,
        (ProcessMeter Meter, double Server, double Driver) cpu
    )
    {
        var (seen, acknowledged) = (new Latencies(), new Latencies());
        foreach (var page in pages)
        {
            seen.Add(page.Seen);
            acknowledged.Add(page.Acknowledged);
        }

        await using var scope = stage.Services.CreateAsyncScope();
        var kept = await scope
            .ServiceProvider.GetRequiredService<DocumentLog>()
            .TextAsync(witness.DocumentId, CancellationToken.None);
        var (typed, updates) = (pages.Sum(page => page.TypedAnew), pages.Sum(page => page.Updates));
        var agree =
            HaveSettled(pages)
            && pages.Chunk(people).All(room => room.DistinctBy(page => (page.Hash, page.Length)).Count() == 1)
            && kept.Text == witness.Text
            && kept.Text.Length == pages[0].Length;

        Console.WriteLine(
            $"{documents} × {people} people, {typed / time.TotalSeconds:0} edits/s for {time.TotalSeconds} s, text of {length}"
        );
        Console.WriteLine($"key to other screens   {seen}");
        Console.WriteLine($"acknowledged           {acknowledged}");
        Console.WriteLine(
            $"server                 {cpu.Server:0} % of a core, {cpu.Meter.MegabytesNow:0} MB, {cpu.Meter.MegabytesAtMost:0} MB at most"
        );
        Console.WriteLine($"driver                 {cpu.Driver:0} % of a core");
        Console.WriteLine(
            $"wire                   {(double)pages.Sum(page => page.Bytes) / updates:0.0} bytes per edit per receiver"
        );
        Console.WriteLine(
            $"refused {pages.Sum(page => page.Refused)}, disconnected {pages.Count(page => page.IsLost)}, {(agree ? "all agree" : "THEY DIFFER")}"
        );
    }
}

using System.Diagnostics;
using System.Globalization;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Testing;

namespace Deliberation.Bench;

/// <summary>How long the page of who wrote what takes for a text that has many changes behind it.</summary>
internal static class HistoryTime
{
    public static async Task RunAsync(Options options)
    {
        var (changes, length) = (options.Int("changes", 100_000), options.Int("length", 50_000));
        using var running = new RunningProduct();
        using var stage = new Backstage(running);
        var space = await Given.SpaceAsync(stage);
        var (other, text) = (
            await Given.DocumentAsync(stage, space.Id),
            await Given.DocumentAsync(stage, space.Id)
        );
        await TraceReplay.ReplayAsync(stage, other.Id, [.. Trace.Generate(2, 1_250, 500)]);
        await TraceReplay.ReplayAsync(stage, text.Id, [.. Trace.Generate(1, changes, length)]);
        await running.StartAsync();

        var person = await Given.InSpaceAsync(stage, space.Id, SpaceRole.Member);
        using var client = new HttpClient { BaseAddress = running.Address };
        client.DefaultRequestHeaders.Add("Cookie", stage.CookieOf(person));
        string Page(Document of) => $"/dispositifs/{space.Slug}/atelier/textes/{of.Id}/historique";

        Console.WriteLine($"another text, first    {await TimeAsync(client, Page(other)):0.0} ms");
        var before = new ProcessMeter(running.ProcessId).MegabytesNow;
        Console.WriteLine($"{changes} changes, first  {await TimeAsync(client, Page(text)):0.0} ms");
        var chance = new Random(1);
        await SayAsync("last version", client, () => Page(text));
        await SayAsync("any version", client, () => $"{Page(text)}?version={chance.Next(changes)}");
        await SayAsync(
            "what one edit changed",
            client,
            () => chance.Next(1_000, changes) is var to ? $"{Page(text)}?version={to}&depuis={to - 200}" : ""
        );
        await SayAsync(
            "any two versions",
            client,
            () => $"{Page(text)}?version={chance.Next(1_000, changes)}&depuis={chance.Next(1_000)}"
        );
        var meter = new ProcessMeter(running.ProcessId);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"memory                 {before:0} MB before, {meter.MegabytesAtMost:0} MB at most"
            )
        );
    }

    private static async Task SayAsync(string what, HttpClient client, Func<string> page)
    {
        var times = new List<double>();
        for (var i = 0; i < 60; i++)
        {
            times.Add(await TimeAsync(client, page()));
        }

        // The first ones compile the page.
        var sorted = times.Skip(20).Order().ToList();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what, -22} median {sorted[20]:0.0} ms, slowest {sorted[^1]:0.0} ms"
            )
        );
    }

    private static async Task<double> TimeAsync(HttpClient client, string address)
    {
        var clock = Stopwatch.GetTimestamp();
        using var answer = await client.GetAsync(address);
        answer.EnsureSuccessStatusCode();
        return Stopwatch.GetElapsedTime(clock).TotalMilliseconds;
    }
}

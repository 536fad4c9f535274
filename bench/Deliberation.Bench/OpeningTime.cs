using System.Diagnostics;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Testing;

namespace Deliberation.Bench;

/// <summary>How long a page waits for a text that has many changes behind it, on a server that has just started.</summary>
internal static class OpeningTime
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
        Console.WriteLine($"another text, first    {await TimeAsync(stage, other.Id, person):0.0} ms");
        Console.WriteLine($"{changes} changes, cold   {await TimeAsync(stage, text.Id, person):0.0} ms");
        Console.WriteLine($"the same, open already {await TimeAsync(stage, text.Id, person):0.0} ms");
    }

    // Without the socket's own opening, which does not depend on the text.
    private static async Task<double> TimeAsync(Backstage stage, Guid document, Guid person)
    {
        await using var page = stage.LivePage(document, person);
        await page.Hub.StartAsync();
        var clock = Stopwatch.GetTimestamp();
        await page.AskToOpenAsync();
        return Stopwatch.GetElapsedTime(clock).TotalMilliseconds;
    }
}

using System.Diagnostics;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Testing;
using Deliberation.Web.Features.Deliberate.Drafting;
using Deliberation.Web.Features.Deliberate.Drafting.Live;
using Microsoft.Extensions.DependencyInjection;

namespace Deliberation.Bench;

/// <summary>Plays a trace through accept-and-store: the same path as every keystroke, without the network.</summary>
internal static class TraceReplay
{
    private const int InFlight = 100;

    public static async Task RunAsync(Options options)
    {
        var (edits, length) = (options.Int("edits", 260_000), options.Int("length", 100_000));
        using var running = new RunningProduct();
        using var stage = new Backstage(running);
        var space = await Given.SpaceAsync(stage);
        var warm = await Given.DocumentAsync(stage, space.Id);
        await ReplayAsync(stage, warm.Id, [.. Trace.Generate(0, 20_000, 8_000)]);

        var document = await Given.DocumentAsync(stage, space.Id);
        Keystroke[] trace = [.. Trace.Generate(options.Int("seed", 1), edits, Math.Min(length, 99_000))];
        GC.Collect();
        var before = GC.GetTotalMemory(true);
        var clock = Stopwatch.StartNew();
        var final = await ReplayAsync(stage, document.Id, trace);
        var took = clock.Elapsed;
        var meter = new ProcessMeter(Environment.ProcessId);
        Console.WriteLine(
            $"{edits} edits to a text of {final} in {took.TotalSeconds:0.00} s: {edits / took.TotalSeconds:0} edits/s"
        );
        Console.WriteLine(
            $"heap +{(GC.GetTotalMemory(true) - before) / 1_048_576.0:0.0} MB after, process {meter.MegabytesAtMost:0} MB at most"
        );
    }

    /// <summary>Returns the length of the text at the end.</summary>
    public static async Task<int> ReplayAsync(Backstage stage, Guid documentId, Keystroke[] trace)
    {
        var hands = new Dictionary<int, (Guid Person, int Sequence)>();
        using var lease =
            await stage
                .Services.GetRequiredService<LiveDocuments>()
                .HoldAsync(documentId, CancellationToken.None)
            ?? throw new InvalidOperationException("No such text.");
        var (version, length) = (0, 0);
        var written = new Queue<Task<int>>();
        for (var from = 0; from < trace.Length; )
        {
            var to = EndOfBatch(trace, from);
            var hand = trace[from].Hand;
            if (!hands.TryGetValue(hand, out var who))
            {
                who = (await Given.InSpaceAsync(stage, lease.Document.SpaceId, SpaceRole.Member), 0);
            }

            var changes = new List<ClientChange>(to - from);
            foreach (var key in trace[from..to])
            {
                var change = TextChange.Replace(length, key.At, key.At + key.Deleted, key.Inserted);
                changes.Add(new ClientChange($"hand-{hand:000}", who.Sequence + changes.Count, change));
                length = change.NewLength;
            }

            written.Enqueue(
                lease.Document.PushAsync(new Push(who.Person, version, changes), CancellationToken.None)
            );
            hands[hand] = (who.Person, who.Sequence + changes.Count);
            (version, from) = (version + changes.Count, to);
            if (written.Count >= InFlight)
            {
                await written.Dequeue();
            }
        }

        await Task.WhenAll(written);
        return length;
    }

    private static int EndOfBatch(Keystroke[] trace, int from)
    {
        var to = from;
        while (to < trace.Length && trace[to].Hand == trace[from].Hand && to - from < 100)
        {
            to++;
        }

        return to;
    }
}

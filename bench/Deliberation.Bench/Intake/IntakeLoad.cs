using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Deliberation.Testing;
using Microsoft.EntityFrameworkCore;
using Feedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Bench.Intake;

/// <summary>
/// Programs that bring feedback in through the API of a server process of its own, on a file with synchronous=FULL:
/// one by one, a hundred together, at half the budget, and many more than there is room for.
/// </summary>
internal sealed class IntakeLoad(Options options)
{
    private const int Budget = 2_000;
    private const int InABatch = 100;

    private readonly TimeSpan time = TimeSpan.FromSeconds(Math.Clamp(options.Int("seconds", 15), 1, 120));
    private readonly TimeSpan warm = TimeSpan.FromSeconds(Math.Clamp(options.Int("warm", 8), 1, 60));
    private readonly int lines = Math.Clamp(options.Int("lines", 128), 1, 1_000);
    private readonly int crowd = Math.Clamp(options.Int("crowd", 4_000), 1, 4_500);
    private readonly string only = options.Text("only", "");
    private readonly ConcurrentDictionary<int, int> answers = new();
    private bool isMissed;
    private long kept;

    /// <returns>1 when a budget is missed, or something acknowledged is not there.</returns>
    public async Task<int> RunAsync()
    {
        using var running = new RunningProduct(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["Logging__LogLevel__Default"] = "Warning",
                ["Feedback__PerKeyPerMinute"] = "100000000",
                ["AllowedHosts"] = "*",
            }
        );
        await running.StartAsync();
        using var stage = new Backstage(running);
        var key = await Given.PartnerKeyAsync(stage);
        var (alone, together) = (Requests(running, key, 1), Requests(running, key, InABatch));
        Console.WriteLine($"load average {File.ReadAllText("/proc/loadavg").Split(' ')[0]} before");
        await SendAsync(running, alone, lines, warm, 1, new Latencies());
        await Task.Delay(1_000);
        await AtMostAsync("one by one", running, alone, lines, 1, Budget);
        await AtMostAsync("in batches of 100", running, together, 8, InABatch, Budget);
        await AtAPaceAsync(running, alone, Budget / 2);
        await FloodAsync(running, alone);
        var rows = await stage.ReadAsync(db => db.Set<Feedback>().CountAsync());
        Console.WriteLine($"acknowledged {kept}, on disk {rows}{(rows < kept ? "  LOST" : "")}");
        Console.WriteLine($"load average {File.ReadAllText("/proc/loadavg").Split(' ')[0]} after");
        return isMissed || rows < kept ? 1 : 0;
    }

    private async Task AtMostAsync(
        string name,
        RunningProduct running,
        byte[][] requests,
        int connections,
        int each,
        double budget
    )
    {
        if (!name.Contains(only, StringComparison.Ordinal))
        {
            return;
        }

        var times = new Latencies();
        var (server, driver) = (new ProcessMeter(running.ProcessId), new ProcessMeter(Environment.ProcessId));
        var before = kept;
        await SendAsync(running, requests, connections, time, each, times);
        var rate = (kept - before) / time.TotalSeconds;
        isMissed |= rate < budget;
        Say(
            $"{name, -22} {rate, 7:0} feedbacks/s ({connections} connections), {times}; {Used(server, driver)}; budget {budget:0}/s{(rate < budget ? "  MISSED" : "")}"
        );
    }

    private async Task SendAsync(
        RunningProduct running,
        byte[][] requests,
        int connections,
        TimeSpan during,
        int each,
        Latencies times
    )
    {
        var clock = Stopwatch.StartNew();
        var all = await Task.WhenAll(
            Enumerable
                .Range(0, connections)
                .Select(async connection =>
                {
                    using var line = await PlainLine.OpenAsync(running.Address);
                    var own = new Latencies();
                    for (var i = connection; clock.Elapsed < during; i++)
                    {
                        var from = Stopwatch.GetTimestamp();
                        Note(await line.AskAsync(requests[i % requests.Length]), each);
                        own.Add(from, Stopwatch.GetTimestamp());
                    }

                    return own;
                })
        );
        Array.ForEach(all, times.Add);
    }

    // Times run from the moment each was due, so that a service that falls behind cannot hide it.
    private async Task AtAPaceAsync(RunningProduct running, byte[][] requests, int rate)
    {
        if (!"at a pace".Contains(only, StringComparison.Ordinal))
        {
            return;
        }

        var (server, driver) = (new ProcessMeter(running.ProcessId), new ProcessMeter(Environment.ProcessId));
        var start = Stopwatch.GetTimestamp();
        var next = -1;
        var count = (int)(rate * time.TotalSeconds);
        var all = await Task.WhenAll(
            Enumerable
                .Range(0, lines)
                .Select(async _ =>
                {
                    using var line = await PlainLine.OpenAsync(running.Address);
                    var own = new Latencies();
                    for (
                        var i = Interlocked.Increment(ref next);
                        i < count;
                        i = Interlocked.Increment(ref next)
                    )
                    {
                        var due = start + (long)(i * (double)Stopwatch.Frequency / rate);
                        var early = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due);
                        if (early > TimeSpan.Zero)
                        {
                            await Task.Delay(early);
                        }

                        Note(await line.AskAsync(requests[i % requests.Length]), 1);
                        own.Add(due, Stopwatch.GetTimestamp());
                    }

                    return own;
                })
        );
        var times = new Latencies();
        Array.ForEach(all, times.Add);
        isMissed |= times.At(0.99) > 100;
        Say(
            $"{rate} a second           {times}; {Used(server, driver)}; budget p99 100 ms{(times.At(0.99) > 100 ? "  MISSED" : "")}"
        );
    }

    private async Task FloodAsync(RunningProduct running, byte[][] requests)
    {
        if (!"flood".Contains(only, StringComparison.Ordinal))
        {
            return;
        }

        await File.WriteAllTextAsync($"/proc/{running.ProcessId}/clear_refs", "5"); // forgets the most memory it had
        var meter = new ProcessMeter(running.ProcessId);
        var before = meter.MegabytesNow;
        answers.Clear();
        await SendAsync(running, requests, crowd, time, 1, new Latencies());
        var told = string.Join(
            ", ",
            answers.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}: {pair.Value}")
        );
        var strange = answers.Keys.Any(status => status is not (201 or 429));
        isMissed |= strange;
        Say(
            $"flood of {crowd}          {told}; memory {before:0} MB before, {meter.MegabytesAtMost:0} MB at most{(strange ? "  MISSED" : "")}"
        );
    }

    private void Note(int status, int each)
    {
        answers.AddOrUpdate(status, 1, (_, count) => count + 1);
        if (status is 200 or 201)
        {
            Interlocked.Add(ref kept, each);
        }
    }

    private static byte[][] Requests(RunningProduct running, string key, int each)
    {
        var path = each == 1 ? "/api/v1/feedback" : "/api/v1/feedback/batch";
        return
        [
            .. Enumerable
                .Range(0, 50)
                .Select(i =>
                    PlainLine.Request(
                        running.Address,
                        path,
                        key,
                        each == 1 ? SaidByPatients.Json(i) : SaidByPatients.Batch(i, each)
                    )
                ),
        ];
    }

    private static string Used(ProcessMeter server, ProcessMeter driver) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"server {server.CpuPercent:0} %, driver {driver.CpuPercent:0} % of a core, {server.MegabytesNow:0} MB"
        );

    private static void Say(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}

using System.Diagnostics;
using System.Globalization;
using Deliberation.Testing;

namespace Deliberation.Bench.Tracker;

/// <summary>
/// How long a reader waits for the tracker's pages when none is kept, one request after another over the loopback, as
/// a browser asks: compressed, on a connection that stays open.
/// </summary>
internal sealed class TrackerTimes(Options options) : IDisposable
{
    private const double PageBudget = 50;
    private const double MemoryBudget = 150;

    private readonly string folder = TrackerFolder.Of(options);
    private readonly int rounds = Math.Clamp(options.Int("rounds", 60), 1, 1_000);
    private readonly string only = options.Text("only", "");
    private readonly RunningProduct running = new(TrackerFolder.Settings(TrackerFolder.Of(options)));
    private HttpClient client = new();
    private bool isMissed;

    /// <returns>1 when a budget is missed.</returns>
    public async Task<int> RunAsync()
    {
        await running.StartAsync();
        client = new HttpClient { BaseAddress = running.Address, Timeout = TimeSpan.FromMinutes(5) };
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip, deflate, br");
        var at = new TrackerAddresses(folder, options.Int("seed", 1));
        Console.WriteLine(
            $"load average {File.ReadAllText("/proc/loadavg").Split(' ')[0]} before; times in ms"
        );
        await WarmAsync(at);
        foreach (var (name, draw, budget) in Pages(at))
        {
            if (name.Contains(only, StringComparison.OrdinalIgnoreCase))
            {
                await MeasureAsync(name, () => at.Fresh(draw()), budget);
            }
        }

        foreach (var (name, draw) in Files(at))
        {
            if (name.Contains(only, StringComparison.OrdinalIgnoreCase))
            {
                await ExportAsync(name, at.Fresh(draw()));
            }
        }

        Console.WriteLine($"load average {File.ReadAllText("/proc/loadavg").Split(' ')[0]} after");
        return isMissed ? 1 : 0;
    }

    public void Dispose()
    {
        client.Dispose();
        running.Dispose();
    }

    private static IEnumerable<(string Name, Func<string> Draw, double? Budget)> Pages(TrackerAddresses at) =>
        [
            ("list", () => "/suivi", PageBudget),
            ("list, any page", () => $"/suivi?p={at.Page}", PageBudget),
            ("list, last page", () => "/suivi?p=9999", PageBudget),
            ("list, most overdue first", () => $"/suivi?tri=Attente&p={at.Page}", PageBudget),
            ("list, latest answer first", () => $"/suivi?tri=Recent&p={at.Page}", PageBudget),
            ("list, by status", () => $"/suivi?tri=Statut&p={at.Page}", PageBudget),
            ("filter: opinion", () => $"/suivi?avis={at.Opinion}", PageBudget),
            ("filter: theme", () => $"/suivi?theme={at.Theme}", PageBudget),
            ("filter: status", () => $"/suivi?statut={at.Status}", PageBudget),
            ("filter: category", () => "/suivi?categorie=InProgress", PageBudget),
            ("filter: body", () => $"/suivi?organisme={at.Body}", PageBudget),
            ("filter: late", () => "/suivi?retard=true&tri=Attente", PageBudget),
            ("filter: text", () => $"/suivi?q={at.Text}", PageBudget),
            (
                "filter: all together",
                () => $"/suivi?theme={at.Theme}&organisme={at.Body}&retard=true&q=de",
                PageBudget
            ),
            ("opinion: chart and list", () => $"/suivi/{at.Opinion}", PageBudget),
            ("proposition", () => at.Proposition, PageBudget),
            ("past day: list", () => $"/suivi?au={at.Day}", PageBudget),
            (
                "past day: filtered",
                () => $"/suivi?au={at.Day}&organisme={at.Body}&statut={at.Status}",
                PageBudget
            ),
            ("past day: opinion", () => $"/suivi/{at.Opinion}?au={at.Day}", PageBudget),
            ("past day: proposition", () => $"{at.Proposition}?au={at.Day}", PageBudget),
            ("without an answer", () => "/suivi/sans-reponse", PageBudget),
            ("without an answer, one body", () => $"/suivi/sans-reponse?organisme={at.Body}", PageBudget),
            (
                "between two days",
                () => $"/suivi/{at.Opinion}/evolution?de=2020-01-01&au={at.Day}",
                PageBudget
            ),
            ("list as data", () => $"/api/v1/treatments?p={at.Page}", PageBudget),
            ("feedback: list", () => "/retours", PageBudget),
            ("feedback: any page", () => $"/retours?p={at.FeedbackPage}", PageBudget),
            ("feedback: lowest marks first", () => $"/retours?tri=Worst&p={at.FeedbackPage}", PageBudget),
            ("feedback: part", () => $"/retours?partie={at.Part}", PageBudget),
            (
                "feedback: part, mark and stage",
                () => $"/retours?partie={at.Part}&note=VeryGood&etat=ChangeMade",
                PageBudget
            ),
            ("feedback: of a proposition", () => $"/retours?proposition={at.Reference}", PageBudget),
            ("feedback: words", () => $"/retours?q={at.Text}", PageBudget),
            ("feedback: two words", () => $"/retours?q={at.Text}%20{at.Text}", PageBudget),
            ("feedback: words and part", () => $"/retours?q={at.Text}&partie={at.Part}", PageBudget),
            ("feedback: a number as a word", () => $"/retours?q={at.FeedbackNumber}", PageBudget),
            ("feedback: a word nobody wrote", () => "/retours?q=zorglub", PageBudget),
        ];

    private static IEnumerable<(string Name, Func<string> Draw)> Files(TrackerAddresses at) =>
        [
            ("CSV: one opinion", () => $"/suivi/{at.Opinion}.csv"),
            ("JSON: one opinion, whole history", () => $"/suivi/{at.Opinion}.json"),
            ("CSV: everything", () => "/suivi.csv"),
            ("CSV: everything, past day", () => $"/suivi.csv?au={at.Day}"),
        ];

    // A service that has just started is still compiling itself.
    private async Task WarmAsync(TrackerAddresses at)
    {
        for (var round = 0; round < 8; round++)
        {
            foreach (var (_, draw, _) in Pages(at))
            {
                await GetAsync(at.Fresh(draw()));
            }
        }
    }

    private async Task MeasureAsync(string name, Func<string> draw, double? budget)
    {
        for (var warming = 0; warming < 5; warming++)
        {
            await GetAsync(draw());
        }

        var meter = new ProcessMeter(running.ProcessId);
        var times = new Latencies();
        for (var round = 0; round < rounds; round++)
        {
            var from = Stopwatch.GetTimestamp();
            await GetAsync(draw());
            times.Add(from, Stopwatch.GetTimestamp());
        }

        var cpu = meter.CpuMilliseconds / rounds;
        var missed = budget is { } most && times.At(0.5) > most;
        isMissed |= missed;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name, -34} p50 {times.At(0.5), 7:0.0}  p99 {times.At(0.99), 7:0.0}  processor {cpu, 6:0.0}  budget {budget:0} at p50{(missed ? "  MISSED" : "")}"
            )
        );
    }

    // Opened once before: what is measured is the export, not the compilation of its queries.
    private async Task ExportAsync(string name, string address)
    {
        await GetAsync($"{address}-0");
        await Task.Delay(500);
        await File.WriteAllTextAsync($"/proc/{running.ProcessId}/clear_refs", "5"); // forgets the most memory it had
        var meter = new ProcessMeter(running.ProcessId);
        var before = meter.MegabytesNow;
        var clock = Stopwatch.StartNew();
        using var answer = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        await using var body = await answer.Content.ReadAsStreamAsync();
        var first = await body.ReadAsync(new byte[1]);
        var started = clock.Elapsed;
        var bytes = first + await ReadAsync(body);
        var grown = meter.MegabytesAtMost - before;
        var missed = grown > MemoryBudget;
        isMissed |= missed;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name, -34} {clock.Elapsed.TotalMilliseconds, 7:0} ms, first byte {started.TotalMilliseconds:0} ms, {bytes / 1_024.0:0} kB, memory +{grown:0} MB, budget +{MemoryBudget} MB{(missed ? "  MISSED" : "")}"
            )
        );
    }

    private async Task GetAsync(string address)
    {
        using var answer = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        if (answer.Headers.Age is not null)
        {
            throw new InvalidOperationException($"{address} was kept: this measures what is not.");
        }

        await using var body = await answer.Content.ReadAsStreamAsync();
        await ReadAsync(body);
    }

    private static async Task<long> ReadAsync(Stream body)
    {
        var (bytes, buffer) = (0L, new byte[65_536]);
        while (await body.ReadAsync(buffer) is var read and > 0)
        {
            bytes += read;
        }

        return bytes;
    }
}

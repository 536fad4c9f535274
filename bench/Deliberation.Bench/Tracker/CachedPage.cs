using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Deliberation.Testing;

namespace Deliberation.Bench.Tracker;

/// <summary>
/// A public page that is kept against a file of the same size served by nginx, on this machine in the same run, asked
/// for by the same program (wrk) over as many connections. Each is measured in turn, several times.
/// </summary>
internal sealed partial class CachedPage(Options options)
{
    private const double ShareBudget = 0.5;

    private readonly string folder = TrackerFolder.Of(options);
    private readonly int seconds = Math.Clamp(options.Int("seconds", 5), 1, 20);
    private readonly int connections = Math.Clamp(options.Int("connections", 32), 1, 200);
    private readonly int port = options.Int("port", 6119);
    private readonly int turns = Math.Clamp(options.Int("turns", 3), 1, 5);

    /// <returns>1 when a budget is missed, 2 when it cannot be told.</returns>
    public async Task<int> RunAsync()
    {
        if (Missing() is { Length: > 0 } missing)
        {
            Console.WriteLine($"Not measured: install {missing} (Debian: apt-get install {missing}).");
            return 2;
        }

        using var running = new RunningProduct(TrackerFolder.Settings(folder));
        await running.StartAsync();
        using var client = new HttpClient { BaseAddress = running.Address };
        var isMissed = false;
        foreach (var page in new[] { "/suivi", "/" })
        {
            isMissed |= await CompareAsync(client, page, "br");
        }

        isMissed |= await CompareAsync(client, "/suivi", "identity");
        return isMissed ? 1 : 0;
    }

    private async Task<bool> CompareAsync(HttpClient client, string page, string encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        request.Headers.AcceptEncoding.ParseAdd(encoding);
        using var answer = await client.SendAsync(request);
        var body = await answer.Content.ReadAsByteArrayAsync();
        using var nginx = new Nginx(port, body);
        await nginx.StartAsync();
        var address = new Uri(client.BaseAddress!, page); // given above
        var (ours, theirs) = (new List<double>(), new List<double>());
        await LoadAsync(address, encoding, 3); // compiled well before it counts
        for (var turn = 0; turn < turns; turn++)
        {
            theirs.Add(await LoadAsync(nginx.Address, encoding, seconds));
            ours.Add(await LoadAsync(address, encoding, seconds));
        }

        var share = Median(ours) / Median(theirs);
        var missed = share < ShareBudget;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{page} ({encoding}, {body.Length} bytes)  kept page {Median(ours):0}/s, nginx {Median(theirs):0}/s: {share:P0}, budget {ShareBudget:P0}{(missed ? "  MISSED" : "")}"
            )
        );
        return missed;
    }

    private async Task<double> LoadAsync(Uri address, string encoding, int time)
    {
        var start = new ProcessStartInfo(
            "wrk",
            [
                "-t",
                "1",
                "-c",
                $"{connections}",
                "-d",
                $"{time}s",
                "-H",
                $"Accept-Encoding: {encoding}",
                $"{address}",
            ]
        )
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var wrk = Process.Start(start) ?? throw new InvalidOperationException("wrk did not start.");
        var said = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        return said.Contains("Non-2xx", StringComparison.Ordinal)
            ? throw new InvalidOperationException(said)
            : double.Parse(Rate().Match(said).Groups["rate"].Value, CultureInfo.InvariantCulture);
    }

    private static string Missing() =>
        string.Join(' ', new[] { "nginx", "wrk" }.Where(program => Nginx.Find(program) is null));

    private static double Median(List<double> rates) => rates.Order().ElementAt(rates.Count / 2);

    [GeneratedRegex(@"Requests/sec:\s+(?<rate>[0-9.]+)", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Rate();
}

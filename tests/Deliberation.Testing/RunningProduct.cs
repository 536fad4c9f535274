using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Deliberation.Testing;

/// <summary>The product as it runs for people: a process of its own, on a real port, that can be killed and started again.</summary>
public sealed class RunningProduct : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Deliberation.Web.dll");

    private readonly Dictionary<string, string> settings;
    private readonly List<string> output = [];
    private Process? process;

    /// <param name="settings">Environment variables of the process, over the defaults.</param>
    public RunningProduct(IReadOnlyDictionary<string, string>? settings = null)
    {
        DataFolder = Directory.CreateTempSubdirectory("deliberation-running-").FullName;
        Address = new Uri($"http://localhost:{FreePort()}");
        this.settings = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = Address.ToString(),
            ["ASPNETCORE_CONTENTROOT"] = SourceFolder(),
            ["DataFolder"] = DataFolder,
            ["Seed"] = "none",
        };
        foreach (var (key, value) in settings ?? new Dictionary<string, string>())
        {
            this.settings[key] = value;
        }
    }

    public Uri Address { get; }

    public string DataFolder { get; }

    public string Output
    {
        get
        {
            lock (output)
            {
                return string.Join('\n', output);
            }
        }
    }

    /// <summary>Starts it, or starts it again on the same data, and waits until it answers.</summary>
    public async Task StartAsync(TimeSpan? patience = null)
    {
        var start = new ProcessStartInfo("dotnet", [Program])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }

        process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await WaitUntilItAnswersAsync(patience ?? TimeSpan.FromMinutes(2));
    }

    /// <summary>As a power cut would: no word of warning, nothing flushed.</summary>
    public void Kill()
    {
        process?.Kill(entireProcessTree: true);
        process?.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        process?.Dispose();
        Directory.Delete(DataFolder, recursive: true);
    }

    /// <summary>Where wwwroot stands: pages are served as on a developer's machine.</summary>
    private static string SourceFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "HealthSpace.sln")))
        {
            folder =
                folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return Path.Combine(folder.FullName, "src", "Deliberation.Web");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            lock (output)
            {
                output.Add(line);
            }
        }
    }

    private async Task WaitUntilItAnswersAsync(TimeSpan patience)
    {
        using var client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(5) };
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < patience)
        {
            if (process is { HasExited: true })
            {
                throw new InvalidOperationException($"The product stopped: {Output}");
            }

            try
            {
                using var answer = await client.GetAsync("/sante");
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (Exception notYet) when (notYet is HttpRequestException or TaskCanceledException)
            {
                await Task.Delay(100);
            }
        }

        throw new TimeoutException($"The product did not answer in {patience}: {Output}");
    }
}

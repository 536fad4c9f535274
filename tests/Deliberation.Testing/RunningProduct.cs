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

    public int ProcessId => process?.Id ?? throw new InvalidOperationException("It does not run.");

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
        // A file that may not grow is an error to survive, as a full disk is, and not a signal to die of.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "trap '' XFSZ; exec dotnet \"$0\"", Program])
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

    /// <summary>As an operator stops it: with a word of warning.</summary>
    /// <returns>The code it ended with.</returns>
    public async Task<int> StopAsync(TimeSpan patience)
    {
        await SignalAsync("TERM");
        using var waiting = new CancellationTokenSource(patience);
        await process!.WaitForExitAsync(waiting.Token); // only called while it runs
        return process.ExitCode;
    }

    /// <summary>Sends a signal: <c>STOP</c> pauses the process as a frozen machine would, <c>CONT</c> wakes it.</summary>
    public Task SignalAsync(string signal) => RunAsync("kill", $"-{signal}", $"{ProcessId}");

    /// <summary>Lets no file of the process grow past so many bytes, as a full disk would; null gives the room back.</summary>
    public Task LimitFilesAsync(long? bytes) =>
        RunAsync(
            "prlimit",
            "--pid",
            $"{ProcessId}",
            $"--fsize={(bytes is { } most ? $"{most}" : "unlimited")}:unlimited"
        );

    public void Dispose()
    {
        Kill();
        process?.Dispose();
        Directory.Delete(DataFolder, recursive: true);
    }

    /// <summary>Where wwwroot stands: pages are served as on a developer's machine.</summary>
    public static string SourceFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "HealthSpace.sln")))
        {
            folder =
                folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return Path.Combine(folder.FullName, "src", "Deliberation.Web");
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var run = Process.Start(program, arguments);
        await run.WaitForExitAsync();
        Assert.Equal(0, run.ExitCode);
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

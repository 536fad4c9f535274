using System.Diagnostics;

namespace Deliberation.Bench.Tracker;

/// <summary>nginx as Debian gives it, on the loopback, with one file to serve and no log; it ends with this object.</summary>
internal sealed class Nginx : IDisposable
{
    // Readable by its workers, which run as nobody.
    private readonly DirectoryInfo folder = Directory.CreateDirectory(
        Path.Combine(Path.GetTempPath(), $"deliberation-nginx-{Environment.ProcessId}")
    );

    private readonly byte[] file;
    private readonly int port;
    private Process? process;

    public Nginx(int port, byte[] file) => (this.port, this.file) = (port, file);

    public Uri Address => new($"http://127.0.0.1:{port}/page");

    /// <summary>Where a program is installed; null when it is not.</summary>
    public static string? Find(string program) =>
        new[] { "/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin" }
            .Select(place => Path.Combine(place, program))
            .FirstOrDefault(File.Exists);

    public async Task StartAsync()
    {
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "page"), file);
        var settings = Path.Combine(folder.FullName, "nginx.conf");
        await File.WriteAllTextAsync(settings, Settings());
        process = Process.Start(Find("nginx")!, ["-p", folder.FullName, "-c", settings]); // found before
        using var client = new HttpClient();
        for (var tries = 0; tries < 50; tries++)
        {
            try
            {
                using var answer = await client.GetAsync(Address);
                answer.EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException) when (process is { HasExited: false })
            {
                await Task.Delay(100);
            }
        }

        throw new InvalidOperationException("nginx did not answer.");
    }

    public void Dispose()
    {
        process?.Kill(entireProcessTree: true);
        process?.WaitForExit();
        process?.Dispose();
        folder.Delete(recursive: true);
    }

    // One worker a core, files kept open, as a site that cares about speed sets it.
    private string Settings() =>
        $$"""
            daemon off;
            worker_processes auto;
            pid {{folder.FullName}}/nginx.pid;
            error_log /dev/null;
            events { worker_connections 1024; }
            http {
                access_log off;
                sendfile on;
                tcp_nopush on;
                keepalive_requests 1000000;
                open_file_cache max=10 inactive=60s;
                default_type text/html;
                client_body_temp_path {{folder.FullName}}/body;
                proxy_temp_path {{folder.FullName}}/proxy;
                fastcgi_temp_path {{folder.FullName}}/fastcgi;
                uwsgi_temp_path {{folder.FullName}}/uwsgi;
                scgi_temp_path {{folder.FullName}}/scgi;
                server { listen 127.0.0.1:{{port}}; root {{folder.FullName}}; }
            }
            """;
}

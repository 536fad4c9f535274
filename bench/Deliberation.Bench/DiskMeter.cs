using System.Diagnostics;

namespace Deliberation.Bench;

/// <summary>
/// How long the disk takes to keep 8 kB, twenty times a second, beside what is measured: every acknowledgement waits
/// at least as long, so that a slow run tells whether the disk or the product was slow.
/// </summary>
internal sealed class DiskMeter : IDisposable
{
    private const int Bytes = 8_192;
    private const int Places = 64;
    private const int PauseMilliseconds = 50;

    private readonly string path = Path.Combine(Path.GetTempPath(), $"flush-{Guid.NewGuid():N}");
    private readonly Thread thread;
    private volatile bool done;

    public DiskMeter()
    {
        thread = new Thread(Measure) { IsBackground = true };
        thread.Start();
    }

    /// <summary>Complete once disposed of.</summary>
    public Latencies Flushes { get; } = new();

    public void Dispose()
    {
        done = true;
        thread.Join();
        File.Delete(path);
    }

    private void Measure()
    {
        using var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write);
        var page = new byte[Bytes];
        for (long turn = 0; !done; turn++)
        {
            var began = Stopwatch.GetTimestamp();
            RandomAccess.Write(file, page, turn % Places * Bytes);
            RandomAccess.FlushToDisk(file);
            Flushes.Add(began, Stopwatch.GetTimestamp());
            Thread.Sleep(PauseMilliseconds);
        }
    }
}

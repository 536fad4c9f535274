using System.Diagnostics;
using System.Globalization;

namespace Deliberation.Bench;

/// <summary>Times in tenths of a millisecond, up to ten seconds.</summary>
internal sealed class Latencies
{
    private const int Slots = 100_000;

    private readonly int[] counts = new int[Slots];

    public long Count { get; private set; }

    public void Add(long from, long to)
    {
        var tenths = (int)(Stopwatch.GetElapsedTime(from, to).TotalMilliseconds * 10);
        counts[Math.Clamp(tenths, 0, Slots - 1)]++;
        Count++;
    }

    public void Add(Latencies other)
    {
        for (var i = 0; i < Slots; i++)
        {
            counts[i] += other.counts[i];
        }

        Count += other.Count;
    }

    public double At(double share)
    {
        var left = (long)Math.Ceiling(Count * share);
        for (var i = 0; i < Slots; i++)
        {
            left -= counts[i];
            if (left <= 0)
            {
                return i / 10.0;
            }
        }

        return Slots / 10.0;
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"p50 {At(0.5):0.0} ms, p95 {At(0.95):0.0} ms, p99 {At(0.99):0.0} ms, max {At(1):0.0} ms ({Count})"
        );
}

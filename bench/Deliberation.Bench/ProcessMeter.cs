using System.Diagnostics;
using System.Globalization;

namespace Deliberation.Bench;

/// <summary>Processor time and memory of a process, as the kernel counts them.</summary>
internal sealed class ProcessMeter(int processId)
{
    private const double TicksPerSecond = 100;

    private readonly long startedAt = Stopwatch.GetTimestamp();
    private readonly double startedWith = Cpu(processId);

    /// <summary>In percent of one core, since this meter was made.</summary>
    public double CpuPercent =>
        (Cpu(processId) - startedWith) / Stopwatch.GetElapsedTime(startedAt).TotalSeconds * 100;

    /// <summary>Of processor time, since this meter was made.</summary>
    public double CpuMilliseconds => (Cpu(processId) - startedWith) * 1_000;

    public double MegabytesNow => Status("VmRSS:");

    public double MegabytesAtMost => Status("VmHWM:");

    private static double Cpu(int processId)
    {
        var fields = File.ReadAllText($"/proc/{processId}/stat").Split(") ")[1].Split(' ');
        return (
                double.Parse(fields[11], CultureInfo.InvariantCulture)
                + double.Parse(fields[12], CultureInfo.InvariantCulture)
            ) / TicksPerSecond;
    }

    private double Status(string name)
    {
        var line = File.ReadLines($"/proc/{processId}/status")
            .First(l => l.StartsWith(name, StringComparison.Ordinal));
        return double.Parse(line[name.Length..].Replace("kB", "").Trim(), CultureInfo.InvariantCulture)
            / 1_024;
    }
}

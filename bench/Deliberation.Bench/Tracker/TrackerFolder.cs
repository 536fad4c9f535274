namespace Deliberation.Bench.Tracker;

/// <summary>Where the generated data are, and how the service is told to open them.</summary>
internal static class TrackerFolder
{
    public static string Of(Options options) =>
        Path.GetFullPath(options.Text("folder", Path.Combine(Path.GetTempPath(), "deliberation-tracker")));

    public static Dictionary<string, string> Settings(string folder) =>
        new(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["DataFolder"] = folder,
            ["Seed"] = "none",
            ["Logging__LogLevel__Default"] = "Warning",
        };
}

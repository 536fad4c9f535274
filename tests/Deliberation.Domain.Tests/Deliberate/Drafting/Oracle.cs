using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using Deliberation.Domain.Deliberate.Drafting;

namespace Deliberation.Domain.Tests.Deliberate.Drafting;

/// <summary>The browser's own library, run by Node, against which ours is checked.</summary>
public sealed class Oracle
{
    private static readonly string Folder = Path.Combine(
        Root(),
        "tests/Deliberation.Domain.Tests/Deliberate/Drafting/Oracle"
    );

    public Oracle()
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules")))
        {
            Run("npm", "ci --no-fund --no-audit", "");
        }
    }

    public static IEnumerable<Answered> Generate(int count, int seed) =>
        Lines(Run("node", $"oracle.mjs generate {count} {seed}", "")).Select(Parse);

    /// <summary>The cases the oracle answers otherwise.</summary>
    public static IReadOnlyList<string> Disputes(IEnumerable<Answered> cases) =>
        Lines(Run("node", "oracle.mjs check", string.Join('\n', cases.Select(ToJson))));

    private static Answered Parse(string line) => JsonSerializer.Deserialize<Answered>(line, Json)!;

    private static string ToJson(Answered answered) => JsonSerializer.Serialize(answered, Json);

    private static string[] Lines(string output) =>
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Run(string program, string arguments, string input)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new System.Text.UTF8Encoding(false),
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output.Result
            : throw new InvalidOperationException($"{program} {arguments} failed in {Folder}");
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "HealthSpace.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("HealthSpace.sln");
        }

        return folder;
    }

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new ChangeJson() },
    };

    public sealed record Answered(Case Case, Answers Answers);

    /// <param name="C">A change that follows <paramref name="A"/>; <paramref name="B"/> was made at the same time as it.</param>
    /// <param name="Positions">A place, and 1 when it stays after what is written there.</param>
    public sealed record Case(string Doc, TextChange A, TextChange B, TextChange C, int[][] Positions);

    public sealed record Answers(
        string Applied,
        TextChange Mapped,
        TextChange MappedBefore,
        TextChange Composed,
        TextChange Inverted,
        int[] Positions
    )
    {
        public static Answers To(Case given) =>
            new(
                given.A.Apply(given.Doc),
                given.A.Map(given.B),
                given.A.Map(given.B, before: true),
                given.A.Compose(given.C),
                given.A.Invert(given.Doc),
                [.. given.Positions.Select(p => given.A.MapPosition(p[0], p[1] == 1))]
            );

        public override string ToString() => JsonSerializer.Serialize(this, Json);
    }
}

using Deliberation.Domain;

namespace Deliberation.Web.Tests.Architecture;

public sealed class HouseTests
{
    private const int MostLines = 250;
    private const int MostLinesOfProgram = 70;

    private static readonly string[] Phases = ["Assemble", "Deliberate", "Publish", "Respond", "Verify"];

    /// <summary>Features that only read what others keep: they have pages and no rule of their own.</summary>
    private static readonly string[] WebOnly = ["Verify/OpenData", "Verify/Thread"];

    private static readonly string[] Written = [".cs", ".cshtml", ".ts", ".css", ".mjs", ".targets"];

    [Fact]
    public void The_domain_knows_the_base_library_and_nothing_else()
    {
        var known = typeof(Aggregate).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!);
        var project = Sources.Read("src/Deliberation.Domain/Deliberation.Domain.csproj");

        Assert.All(known, name => Assert.StartsWith("System.", name, StringComparison.Ordinal));
        Assert.DoesNotContain("Reference Include", project, StringComparison.Ordinal);
        Assert.DoesNotContain(known, name => name.Contains("Json", StringComparison.Ordinal));
    }

    [Fact]
    public void Pages_and_tests_stand_where_their_rules_do()
    {
        var domain = FeaturesOf("src/Deliberation.Domain");
        var web = FeaturesOf("src/Deliberation.Web/Features");

        Nothing.In(web.Except(domain).Except(WebOnly));
        Nothing.In(FeaturesOf("tests/Deliberation.Domain.Tests").Except(domain));
        Nothing.In(FeaturesOf("tests/Deliberation.Web.Tests").Except(web).Except(domain));
    }

    [Fact]
    public void No_file_is_too_long_to_hold_in_mind()
    {
        var tooLong =
            from file in Sources.Files("src", Written)
            let lines = File.ReadLines(file).Count()
            where lines > MostLines
            select $"{Sources.Relative(file)}: {lines} lines";

        Nothing.In(tooLong);
    }

    [Fact]
    public void What_the_service_is_made_of_fits_on_one_screen() =>
        Assert.InRange(
            File.ReadLines(Path.Combine(Sources.Web, "Program.cs")).Count(),
            1,
            MostLinesOfProgram
        );

    private static HashSet<string> FeaturesOf(string root) =>
        [
            .. Phases
                .Select(phase => Path.Combine(Sources.Root, root, phase))
                .Where(Directory.Exists)
                .SelectMany(phase => Directory.EnumerateDirectories(phase))
                .Select(feature =>
                    $"{Path.GetFileName(Path.GetDirectoryName(feature))}/{Path.GetFileName(feature)}"
                ),
        ];
}

using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Deliberation.Web.Tests.Architecture;

/// <summary>The files of the repository, as people wrote them.</summary>
internal static partial class Sources
{
    public static readonly string Root = FindRoot();

    public static readonly string Web = Path.Combine(Root, "src", "Deliberation.Web");

    /// <summary>Files under a folder of the repository, by the ends of their names; nothing that a tool made.</summary>
    public static IEnumerable<string> Files(string folder, params string[] ends) =>
        Directory
            .EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
            .Where(path => ends.Any(end => path.EndsWith(end, StringComparison.Ordinal)))
            .Where(path => !MadeByTools().IsMatch(path));

    /// <summary>From the root, with slashes.</summary>
    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    public static string Read(string relative) => File.ReadAllText(Path.Combine(Root, relative));

    /// <summary>A file of code without its documentation, where examples are not said.</summary>
    public static string Code(string path) =>
        string.Join(
            '\n',
            File.ReadLines(path).Where(line => !line.TrimStart().StartsWith("///", StringComparison.Ordinal))
        );

    /// <summary>French sentence → its English.</summary>
    public static IReadOnlyDictionary<string, string> Entries(string resource) =>
        File.Exists(resource)
            ? XDocument
                .Load(resource)
                .Descendants("data")
                .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value)
            : new Dictionary<string, string>();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "HealthSpace.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("No repository above the tests.");
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"[\\/](bin|obj|node_modules|dist|App_Data)[\\/]")]
    private static partial Regex MadeByTools();
}

/// <summary>Says everything that is wrong, whole: whoever lands a change wants the list.</summary>
internal static class Nothing
{
    public static void In(IEnumerable<string> wrong)
    {
        string[] lines = [.. wrong.Distinct()];
        Assert.True(lines.Length == 0, $"\n{string.Join('\n', lines)}\n");
    }
}

using System.Text.RegularExpressions;

namespace Deliberation.Web.Tests.Architecture;

public sealed partial class TextsTests
{
    private static readonly string Shared = Path.Combine(Sources.Web, "Features", "Shared");

    private static readonly string[] NamingFiles = ["Words.cs", "Names.cs"];

    [Fact]
    public void Every_sentence_on_screen_has_its_English()
    {
        var missing =
            from file in Sources.Files("src/Deliberation.Web", ".cs", ".cshtml")
            from sentence in SpokenText.In(Sources.Code(file)).Concat(Named(file))
            where !FoldersOf(file).Any(folder => English(folder).ContainsKey(sentence))
            select $"{Sources.Relative(file)}: {sentence}";

        Nothing.In(missing);
    }

    [Fact]
    public void No_English_is_left_without_its_French()
    {
        var names = Sources.Files("src/Deliberation.Web", NamingFiles).SelectMany(Named).ToHashSet();
        var unused =
            from resource in Sources.Files("src/Deliberation.Web/Features", "Texts.en.resx")
            let folder = Path.GetDirectoryName(resource)
            let reach = folder == Shared ? "src/Deliberation.Web" : Sources.Relative(folder!)
            let code = string.Join('\n', Sources.Files(reach, ".cs", ".cshtml").Select(Sources.Code))
            from key in Sources.Entries(resource).Keys
            where !names.Contains(key) // the names of an enumeration are said where it is shown
            where !code.Contains($"\"{key.Replace("\"", "\\\"")}\"", StringComparison.Ordinal)
            select $"{Sources.Relative(resource)}: {key}";

        Nothing.In(unused);
    }

    [Fact]
    public void Every_rule_has_its_English_and_no_English_outlives_its_rule()
    {
        var english = English(Path.Combine(Sources.Web, "Platform", "Localization", "Rules"));
        var rules = Charter.Rules().Select(rule => rule.Rule.Sentence).ToHashSet();

        Nothing.In(rules.Except(english.Keys));
        Nothing.In(english.Keys.Except(rules));
    }

    [Fact]
    public void Both_languages_leave_the_same_places_to_fill()
    {
        var uneven =
            from resource in Sources.Files("src/Deliberation.Web", "Texts.en.resx")
            from entry in Sources.Entries(resource)
            where !Places(entry.Key).SetEquals(Places(entry.Value))
            select $"{Sources.Relative(resource)}: {entry.Key} → {entry.Value}";

        Nothing.In(uneven);
    }

    [Fact]
    public void No_two_sentences_of_a_folder_differ_by_capitals_alone()
    {
        // The compiler of resources keeps only the first: the other would stay French on English pages.
        var hidden =
            from resource in Sources.Files("src/Deliberation.Web", "Texts.en.resx")
            from same in Sources.Entries(resource).Keys.GroupBy(key => key, StringComparer.OrdinalIgnoreCase)
            where same.Count() > 1
            select $"{Sources.Relative(resource)}: {string.Join(" / ", same)}";

        Nothing.In(hidden);
    }

    private static readonly HashSet<string> Identifiers =
    [
        .. typeof(Deliberation.Domain.Rule)
            .Assembly.GetTypes()
            .Where(type => type.IsEnum)
            .SelectMany(Enum.GetNames),
    ];

    // Where enumerations get their names, the sentences are said elsewhere by a variable.
    private static IEnumerable<string> Named(string file) =>
        NamingFiles.Any(end => file.EndsWith(end, StringComparison.Ordinal))
        && file.Contains("Features", StringComparison.Ordinal)
            ? NamedValue()
                .Matches(Sources.Code(file))
                .Select(match => match.Groups[1].Value)
                .Where(value => !Identifiers.Contains(value))
            : [];

    // A sentence is looked for beside the code, above it, then among the words used everywhere.
    private static IEnumerable<string> FoldersOf(string file)
    {
        for (
            var folder = Path.GetDirectoryName(file)!;
            folder.Length > Sources.Web.Length;
            folder = Path.GetDirectoryName(folder)!
        )
        {
            yield return folder;
        }

        yield return Shared;
    }

    private static IReadOnlyDictionary<string, string> English(string folder) =>
        Known.TryGetValue(folder, out var entries)
            ? entries
            : Known[folder] = Sources.Entries(Path.Combine(folder, "Texts.en.resx"));

    private static readonly Dictionary<string, IReadOnlyDictionary<string, string>> Known = [];

    private static HashSet<string> Places(string sentence) =>
        [.. Place().Matches(sentence).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"\{(\d+)")]
    private static partial Regex Place();

    [GeneratedRegex(@"^\s+\w+\.\w+ => ""([^""]+)"",", RegexOptions.Multiline)]
    private static partial Regex NamedValue();
}

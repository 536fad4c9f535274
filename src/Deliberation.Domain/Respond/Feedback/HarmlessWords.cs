using Deliberation.Domain.Respond.Feedback.Masking;

namespace Deliberation.Domain.Respond.Feedback;

/// <summary>
/// Words of which the detector doubted, and of which the author said that they are nobody’s: they stay readable until a
/// moderator hides them. What is certain is never among them.
/// </summary>
public sealed record HarmlessWords
{
    /// <summary>The most that one feedback may keep.</summary>
    public const int Most = 20;

    public static readonly HarmlessWords None = new("");

    private HarmlessWords(string value) => Value = value;

    /// <summary>As they are stored: one a line.</summary>
    public string Value { get; }

    public IReadOnlyList<string> All => Value.Length == 0 ? [] : Value.Split('\n');

    public static HarmlessWords AsKept(string value) => value.Length == 0 ? None : new HarmlessWords(value);

    /// <summary>Of what the author asks to keep, what the detector really doubts of in these texts.</summary>
    public static HarmlessWords Among(IEnumerable<string> asked, IEnumerable<string?> texts)
    {
        var doubtful = texts
            .SelectMany(text => PersonalData.Doubts(text ?? ""))
            .Select(doubt => doubt.Words)
            .ToHashSet(StringComparer.Ordinal);
        return AsKept(string.Join('\n', asked.Select(Line).Where(doubtful.Contains).Distinct().Take(Most)));
    }

    /// <summary>On one line, with single spaces.</summary>
    public static string Line(string words) =>
        string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    internal bool Have(string words) => Value.Length > 0 && All.Contains(Line(words));

    internal HarmlessWords Without(string hidden) =>
        AsKept(
            string.Join('\n', All.Where(words => !words.Contains(hidden, StringComparison.OrdinalIgnoreCase)))
        );
}

using Deliberation.Domain.Deliberate.Contributions;
using Deliberation.Domain.Respond.Feedback.Meaning;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Feedback.Meaning;

/// <summary>What is said under each theme: its name, and the titles of the propositions that bear it.</summary>
internal sealed class ThemeWords(DeliberationDb db)
{
    private const int MostThemes = 200;
    private const int MostTitles = 2_000;
    private const int FewestShared = 2;

    private readonly Dictionary<string, IReadOnlyList<SaidWord>> byTheme = new(StringComparer.Ordinal);

    public IEnumerable<string> Stems =>
        byTheme.Values.SelectMany(words => words).Select(word => word.Stem).Distinct();

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var themes = await db.Set<Theme>()
            .AsNoTracking()
            .OrderBy(theme => theme.Key)
            .Take(MostThemes)
            .ToListAsync(cancellationToken);
        var titles = await db.Set<Treatment>()
            .AsNoTracking()
            .Where(treatment => treatment.Theme != "")
            .OrderByDescending(treatment => treatment.OpenedAt)
            .ThenBy(treatment => treatment.Reference)
            .Take(MostTitles)
            .Select(treatment => new { treatment.Theme, treatment.Title })
            .ToListAsync(cancellationToken);
        var byName = titles.ToLookup(title => title.Theme, title => title.Title, StringComparer.Ordinal);
        foreach (var theme in themes)
        {
            var text = string.Join('\n', [theme.French, .. byName[theme.Key], .. byName[theme.French]]);
            byTheme[theme.Key] = WordReading.Of(text, "fr");
        }
    }

    /// <summary>The theme whose words are nearest, two in common at least; nothing when none is.</summary>
    public string? Nearest(IReadOnlyList<SaidWord> words, Vocabulary vocabulary) =>
        byTheme
            .Select(theme =>
                (
                    theme.Key,
                    Shared: theme.Value.Where(said => words.Any(word => word.Stem == said.Stem)).ToList(),
                    All: theme.Value.Count
                )
            )
            .Where(found => found.Shared.Count >= FewestShared)
            .OrderByDescending(found =>
                found.Shared.Sum(word => vocabulary.Weight(word.Stem)) / Math.Sqrt(found.All)
            )
            .ThenBy(found => found.Key, StringComparer.Ordinal)
            .Select(found => found.Key)
            .FirstOrDefault();
}

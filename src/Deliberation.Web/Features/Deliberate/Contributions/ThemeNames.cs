using System.Globalization;
using Deliberation.Domain.Deliberate.Contributions;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Contributions;

/// <summary>The themes, named in the reader's language; read once per request.</summary>
internal sealed class ThemeNames(DeliberationDb db)
{
    private const int MostThemes = 200;

    private IReadOnlyDictionary<string, string>? names;

    /// <summary>Key and name of every theme, by name.</summary>
    public async Task<IReadOnlyDictionary<string, string>> AllAsync(
        CancellationToken cancellationToken = default
    )
    {
        var isFrench = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr";
        return names ??= await db.Set<Theme>()
            .AsNoTracking()
            .OrderBy(theme => isFrench ? theme.French : theme.English)
            .Take(MostThemes)
            .ToDictionaryAsync(
                theme => theme.Key,
                theme => isFrench ? theme.French : theme.English,
                cancellationToken
            );
    }

    /// <summary>The theme's name; its key when it is not listed; nothing for nothing.</summary>
    public async Task<string?> OfAsync(string? key, CancellationToken cancellationToken = default) =>
        key is null ? null : (await AllAsync(cancellationToken)).GetValueOrDefault(key, key);
}

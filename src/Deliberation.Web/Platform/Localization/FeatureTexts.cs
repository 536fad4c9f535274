using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Deliberation.Web.Platform.Localization;

/// <summary>
/// The words of the feature a view belongs to: <c>@T["Déposer l’amendement"]</c>. The key is the French sentence;
/// English stands in the feature folder's <c>Texts.en.resx</c>, and in <c>Features/Shared</c> for words used everywhere.
/// </summary>
internal sealed class FeatureTexts : IViewContextAware
{
    private string folder = FeatureWords.Shared;

    public string this[string french] => FeatureWords.Say(folder, french);

    /// <summary>With numbered places, as in <c>T["{0} membres", n]</c>.</summary>
    public string this[string french, params object[] values] => FeatureWords.Say(folder, french, values);

    /// <summary>A count in words; French and English both say one thing of 1, and French of 0 too.</summary>
    public string Many(int count, string one, string many) => FeatureWords.Count(folder, count, one, many);

    public void Contextualize(ViewContext viewContext)
    {
        var path = viewContext.ExecutingFilePath ?? viewContext.View.Path;
        folder = FeatureWords.FolderOf(path);
    }
}

/// <summary>The same words for a page model, a handler or a reaction: the folder is that of <typeparamref name="T"/>.</summary>
internal sealed class FeatureTexts<T>
{
    private readonly string folder = typeof(T).Namespace ?? FeatureWords.Shared;

    public string this[string french] => FeatureWords.Say(folder, french);

    public string this[string french, params object[] values] => FeatureWords.Say(folder, french, values);

    /// <summary>A count in words; French and English both say one thing of 1, and French of 0 too.</summary>
    public string Many(int count, string one, string many) => FeatureWords.Count(folder, count, one, many);
}

/// <summary>Finds a sentence in the reader's language; French needs no look-up.</summary>
internal static class FeatureWords
{
    public const string Shared = "Deliberation.Web.Features.Shared";

    // Keys are sentences of our own pages: there are as many as the pages hold.
    private static readonly ConcurrentDictionary<string, string> Typeset = new(StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<string, ResourceManager> Resources = new(
        StringComparer.Ordinal
    );

    public static string Say(string folder, string french) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr"
            ? Typeset.GetOrAdd(french, FrenchTypography.Apply)
            : Find(folder, french) ?? Find(Shared, french) ?? french;

    public static string Say(string folder, string french, object[] values) =>
        string.Format(CultureInfo.CurrentCulture, Say(folder, french), values);

    public static string Count(string folder, int count, string one, string many)
    {
        var isOne =
            count == 1 || (count == 0 && CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr");
        return Say(folder, isOne ? one : many, [Counts.Number(count)]);
    }

    /// <summary><c>/Features/Deliberate/Ballots/Open.cshtml</c> → <c>Deliberation.Web.Features.Deliberate.Ballots</c>.</summary>
    public static string FolderOf(string viewPath)
    {
        var parts = viewPath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return $"Deliberation.Web.{string.Join('.', parts[..^1])}";
    }

    private static string? Find(string folder, string french)
    {
        var resources = Resources.GetOrAdd(
            folder,
            static name => new ResourceManager($"{name}.Texts", typeof(FeatureWords).Assembly)
        );
        try
        {
            return resources.GetString(french, CultureInfo.CurrentUICulture);
        }
        catch (MissingManifestResourceException)
        {
            return null;
        }
    }
}

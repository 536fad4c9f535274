using System.Globalization;
using System.Text;

namespace Deliberation.Web.Platform.Text;

/// <summary>Makes the address of a heading from its words: the same words give the same address, a second time "-2" follows.</summary>
internal sealed class HeadingIds(string prefix)
{
    private const int Longest = 60;

    private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);

    public string Next(string text)
    {
        var slug = Slug(text);
        var id = slug;
        while (!seen.TryAdd(id, 1))
        {
            id = string.Create(CultureInfo.InvariantCulture, $"{slug}-{++seen[slug]}");
        }
        return $"{prefix}-{id}";
    }

    /// <summary>Lower-case letters and digits without accents, joined by dashes; "section" when none is left.</summary>
    public static string Slug(string text)
    {
        var slug = new StringBuilder();
        var whole = string.Concat(text.Where(c => !char.IsSurrogate(c))); // half a pair cannot be decomposed
        var plain = whole.ToLowerInvariant().Replace("œ", "oe").Replace("æ", "ae");
        foreach (var c in plain.Normalize(NormalizationForm.FormD).Where(c => !IsAccent(c)))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(c);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }
        var cut = slug.ToString(0, Math.Min(Longest, slug.Length)).Trim('-');
        return cut.Length == 0 ? "section" : cut;
    }

    private static bool IsAccent(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
}

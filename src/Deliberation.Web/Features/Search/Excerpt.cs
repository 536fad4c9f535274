using System.Globalization;

namespace Deliberation.Web.Features.Search;

/// <summary>A few words around the first match, cut so that the page can mark what was found.</summary>
internal static class Excerpt
{
    private const int Around = 120;
    private const int MostMarks = 12;

    private static readonly CompareInfo French = CultureInfo.GetCultureInfo("fr-FR").CompareInfo;

    /// <summary>Pieces to be written one after the other; some of them are marked.</summary>
    public static IReadOnlyList<Piece> Of(string text, SearchTerms terms)
    {
        var flat = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var first = Next(flat, terms, 0);
        var from = WordStart(flat, Math.Max(0, (first?.At ?? 0) - Around));
        var to = WordEnd(flat, Math.Min(flat.Length, (first?.At ?? 0) + (2 * Around)));
        var window = flat[from..to];
        return
        [
            .. from > 0 ? [new Piece("… ", IsMatch: false)] : Array.Empty<Piece>(),
            .. Cut(window, terms),
            .. to < flat.Length ? [new Piece(" …", IsMatch: false)] : Array.Empty<Piece>(),
        ];
    }

    private static IEnumerable<Piece> Cut(string window, SearchTerms terms)
    {
        var position = 0;
        for (var mark = 0; mark < MostMarks && Next(window, terms, position) is { } match; mark++)
        {
            yield return new Piece(window[position..match.At], IsMatch: false);
            yield return new Piece(window[match.At..(match.At + match.Length)], IsMatch: true);
            position = match.At + match.Length;
        }

        yield return new Piece(window[position..], IsMatch: false);
    }

    private static (int At, int Length)? Next(string text, SearchTerms terms, int from)
    {
        (int At, int Length)? nearest = null;
        foreach (var term in terms.Terms)
        {
            var at = IndexOf(text, SearchTerms.Stem(term), from, out var length);
            if (at >= 0 && length > 0 && (nearest is null || at < nearest.Value.At))
            {
                nearest = (at, length);
            }
        }

        return nearest;
    }

    private static int IndexOf(string text, string term, int from, out int length)
    {
        const CompareOptions options = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;
        for (var start = from; start < text.Length; )
        {
            var found = French.IndexOf(text.AsSpan(start), term, options, out length);
            if (found < 0)
            {
                break;
            }

            var at = start + found;
            if (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
            {
                return at;
            }

            start = at + 1;
        }

        length = 0;
        return -1;
    }

    private static int WordStart(string text, int index)
    {
        var space = index == 0 ? -1 : text.IndexOf(' ', index);
        return space < 0 ? 0 : space + 1;
    }

    private static int WordEnd(string text, int index)
    {
        var space = index >= text.Length ? -1 : text.LastIndexOf(' ', index);
        return space < 0 ? text.Length : space;
    }

    public sealed record Piece(string Text, bool IsMatch);
}

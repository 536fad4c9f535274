using System.Text;
using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Web.Features.Search;

/// <summary>What someone typed, as words: letters and digits only, so nothing of it is an instruction to a database.</summary>
internal sealed class SearchTerms
{
    private const int MostTerms = 8;
    private const int LongestTerm = 40;
    private const int LongestQuery = 400;
    private const int ShortestStem = 5;

    // Words that say nothing alone; they only count when nothing else was typed.
    private static readonly HashSet<string> Small = new(
        "au aux avec ce ces cette dans de des du elle en est et il ils je la le les leur mais ne nos notre nous on ou par pas pour qu que qui sa se ses son sur un une vos votre vous the of and in to for is on".Split(
            ' '
        ),
        StringComparer.Ordinal
    );

    private SearchTerms(IReadOnlyList<string> terms) => Terms = terms;

    public IReadOnlyList<string> Terms { get; }

    public bool IsEmpty => Terms.Count == 0;

    public static SearchTerms Read(string? typed)
    {
        var text = typed is { Length: > LongestQuery } ? typed[..LongestQuery] : typed ?? "";
        var words = Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var strong = words.Where(word => (word.Length > 1 || char.IsDigit(word[0])) && !Small.Contains(word));
        var kept = strong.Any() ? strong : words;
        return new SearchTerms([
            .. kept.Select(word => word.Length > LongestTerm ? word[..LongestTerm] : word)
                .Distinct(StringComparer.Ordinal)
                .Take(MostTerms),
        ]);
    }

    /// <summary>Without accents or capitals; whatever is neither letter nor digit becomes a space.</summary>
    public static string Fold(string text)
    {
        // Half a surrogate pair, which the query of an address may hold, becomes a sign like any other.
        var folded = new StringBuilder(SearchableText.Of(string.Concat(text.EnumerateRunes())));
        for (var index = 0; index < folded.Length; index++)
        {
            folded[index] = char.IsLetterOrDigit(folded[index]) ? folded[index] : ' ';
        }

        return folded.ToString();
    }

    /// <summary>For FTS5: each word quoted, by its beginning, without the mark of the plural.</summary>
    public string ForSqlite() => string.Join(' ', Terms.Select(term => $"\"{Stem(term)}\"{Star(term, "*")}"));

    /// <summary>For PostgreSQL, whose French configuration finds the stems.</summary>
    public string ForPostgres() => string.Join(" & ", Terms.Select(term => $"'{term}'{Star(term, ":*")}"));

    /// <summary>The beginning that plural and singular share.</summary>
    public static string Stem(string term) =>
        term.Length >= ShortestStem && (term[^1] is 's' or 'x') ? term[..^1] : term;

    private static string Star(string term, string star) => term.Length >= 3 ? star : "";
}

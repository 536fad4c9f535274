using System.Text.RegularExpressions;

namespace Deliberation.Domain.Respond.Feedback.Masking;

/// <summary>
/// A number, a kind of way and its name, with the postal code and town when they follow.
/// Source: norme AFNOR NF Z 10-011 (line 4 of a French address). A postal code or a town alone stays.
/// </summary>
internal static class PostalAddresses
{
    // "3 cours de yoga", "une place": these words are ways only before a capital or a figure.
    private const string SureWays =
        "rue|avenue|av|ave|boulevard|bd|bld|boul|blvd|all[ée]es?|impasse|imp|ruelle|faubourg|fbg|lotissement|lot|hameau|venelle|esplanade|chauss[ée]e|rond-point|lieu-dit|lieudit";
    private const string UnsureWays =
        "place|pl|cours|route|rte|chemin|ch|passage|voie|cit[ée]|quai|square|sq|r[ée]sidence|villa|promenade|mont[ée]e|clos|sentier|parc|rampe|traverse|mail";
    private const string Number =
        @"\b[0-9]{1,4}(?:\s?(?:bis|ter|quater|[A-Ha-h])\b)?(?:\s?[,\-/]\s?[0-9]{1,4})?,?\s{1,2}";
    private const string Linking =
        @"(?:(?:[Dd]e|[Dd]u|[Dd]es|[Ll]a|[Ll]e|[Ll]es|[Aa]u|[Aa]ux|[Ee]t|[Ss]ur|[Ss]ous|[Ss]aint|[Ss]ainte|[Ss]t|[Ss]te)[\s\-]{1,2}|[DdLl]['’])";
    private const string Proper = @"[\p{Lu}0-9][\p{L}\p{N}'’.\-]{0,40}";
    private const string Day =
        "[0-9]{1,2}(?:er)? (?i:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre)";
    private const string AnyWord = @"[\p{L}0-9][\p{L}\p{N}'’\-]{0,40}";
    private const string More = @"(?:[ \t]{1,2}" + Linking + "{0,3}" + Proper + "){0,5}";
    private const string Town =
        @"(?:[\s,–\-]{1,4}(?:[0-9]{5}|[0-9]{2} [0-9]{3})(?:[\s]{1,2}"
        + Linking
        + "{0,2}"
        + AnyWord
        + More
        + ")?)?";

    private static readonly Regex Sure = Pattern(SureWays, AnyWord);
    private static readonly Regex Unsure = Pattern(UnsureWays, Proper);

    public static IEnumerable<PersonalDataSpan> Find(string text) =>
        Sure.Matches(text).Select(Span).Concat(Unsure.Matches(text).Select(Span));

    private static PersonalDataSpan Span(Match match) =>
        new(match.Index, match.Length, PersonalDataKind.PostalAddress, Certainty.Likely);

    private static Regex Pattern(string ways, string firstWord) =>
        new(
            Number
                + "(?i:"
                + ways
                + @")\.?\s{1,2}"
                + Linking
                + "{0,3}(?:"
                + Day
                + "|"
                + firstWord
                + ")"
                + More
                + Town,
            RegexOptions.NonBacktracking | RegexOptions.CultureInvariant
        );
}

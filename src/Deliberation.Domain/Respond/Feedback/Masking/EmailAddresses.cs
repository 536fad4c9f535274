using System.Text.RegularExpressions;

namespace Deliberation.Domain.Respond.Feedback.Masking;

/// <summary>
/// E-mail addresses (RFC 5322, the dot-atom form), and the ways people spell them to escape robots:
/// "jean (at) orange.fr", "jean point martin arobase orange point fr".
/// </summary>
internal static class EmailAddresses
{
    private const string Word = @"[\p{L}\p{N}]";
    private const string Local =
        @"[\p{L}\p{N}][\p{L}\p{N}._%+'’\-]*(?:\s+(?:point|tiret|underscore)\s+[\p{L}\p{N}._\-]+)*";
    private const string Dot = @"(?:\.|\s{0,2}[(\[{](?:dot|point)[)\]}]\s{0,2}|\s+(?:point|dot)\s+)";
    private const string Domain = Word + @"[\p{L}\p{N}\-]*(?:" + Dot + Word + @"[\p{L}\p{N}\-]*)*";
    private const string Known = Dot + "(?:fr|com|net|org|eu|info|re|be|ch|de|uk|es|it|pt|lu|ca|me|io)";

    private static readonly Regex Plain = Pattern(
        Local + @"(?:[@＠]|\s{1,2}[@＠]\s{1,2}|\s{0,2}[(\[{](?:at|a|arobase?|arrobase)[)\]}]\s{0,2})" + Domain
    );

    // "@EspaceSante" after a space is a public account, unless a domain follows.
    private static readonly Regex Spelled = Pattern(
        Local
            + @"\s{1,2}(?:[@＠]|(?:arobase?|arrobase|at)\s{1,2})"
            + Word
            + @"[\p{L}\p{N}\-]*"
            + Known
            + @"\b"
    );

    public static IEnumerable<PersonalDataSpan> Find(string text) =>
        Plain.Matches(text).Select(Span).Concat(Spelled.Matches(text).Select(Span));

    private static PersonalDataSpan Span(Match match) =>
        new(
            match.Index,
            match.Length,
            PersonalDataKind.Email,
            match.ValueSpan.Contains('.') ? Certainty.Certain : Certainty.Likely
        );

    private static Regex Pattern(string pattern) =>
        new(pattern, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}

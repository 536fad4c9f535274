using System.Text.RegularExpressions;

namespace Deliberation.Domain.Respond.Tracking;

/// <summary>
/// A law or decree that an answer rests on: its NOR, the number under which France publishes it
/// (<c>SSAX2100123D</c>), or its ELI, the European address of a law (Council conclusions 2012/C 325/02).
/// </summary>
/// <param name="Text">The NOR in capitals, or the ELI.</param>
/// <param name="Address">Where to read it; a NOR alone is looked up by hand.</param>
public sealed partial record LawReference(string Text, string? Address)
{
    /// <summary>So many laws in one answer, at most.</summary>
    public const int Most = 8;

    private const int MillisecondsToRead = 200;

    /// <summary>The laws named in a text, separated by spaces, commas or line ends; those that have neither form are refused.</summary>
    /// <param name="refused">The first word that is neither a NOR nor an ELI; null when all are.</param>
    public static IReadOnlyList<LawReference> Read(string? written, out string? refused)
    {
        var words = (written ?? "").Split(
            [' ', '\u00A0', ',', ';', '\n', '\r', '\t'],
            StringSplitOptions.RemoveEmptyEntries
        );
        refused = words.FirstOrDefault(word => Of(word) is null);
        return [.. words.Select(Of).OfType<LawReference>().Distinct()];
    }

    private static LawReference? Of(string word)
    {
        if (Nor().IsMatch(word))
        {
            return new LawReference(word.ToUpperInvariant(), null);
        }

        return French().IsMatch(word) || European().IsMatch(word)
            ? new LawReference(word, word.Replace("http://", "https://", StringComparison.Ordinal))
            : null;
    }

    // Three letters for the ministry and one for its department, year, rank, then the nature of the text.
    [GeneratedRegex(@"\A[A-Za-z]{4}[0-9]{7}[A-Za-z]\z", RegexOptions.None, MillisecondsToRead)]
    private static partial Regex Nor();

    [GeneratedRegex(
        @"\Ahttps://www\.legifrance\.gouv\.fr/eli/[a-z_]{2,40}/[0-9]{4}/[0-9]{1,2}/[0-9]{1,2}/[A-Za-z0-9-]{1,40}(/[a-z0-9_]{1,20}){0,3}\z",
        RegexOptions.ExplicitCapture,
        MillisecondsToRead
    )]
    private static partial Regex French();

    [GeneratedRegex(
        @"\Ahttps?://data\.europa\.eu/eli/[a-z_]{2,20}/[0-9]{4}/[0-9]{1,5}(/[A-Za-z0-9_-]{1,30}){0,4}\z",
        RegexOptions.ExplicitCapture,
        MillisecondsToRead
    )]
    private static partial Regex European();
}

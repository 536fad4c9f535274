using System.Text;

namespace Deliberation.Domain.Respond.Feedback.Masking;

/// <summary>
/// Finds and hides what would tell who wrote a text, or whom it is about, before the text is kept.
/// It prefers hiding a harmless number to keeping a personal one. Time is linear in the length of the text.
/// </summary>
public static class PersonalData
{
    /// <summary>Grows each time the detector learns: what an older one masked is read again before anyone sees it.</summary>
    public const int Version = 2;

    // Hiding one thing may reveal another beside it; three passes have always been enough, ten is a fuse.
    private const int MostPasses = 10;

    /// <summary>The stretches to hide, in order, never touching one another.</summary>
    public static IReadOnlyList<PersonalDataSpan> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var read = ReadText.Of(text);
        var numerals = Numerals.Of(read);
        var found = new List<PersonalDataSpan>();
        SocialSecurityNumbers.Find(read, numerals, found);
        ProfessionalNumbers.Find(read, numerals, found);
        PhoneNumbers.Find(read, numerals, found);
        BankAccounts.Find(read, numerals, found);
        EmailAddresses.Find(read, found);
        BirthDates.Find(read, found);
        PostalAddresses.Find(read, found);
        PersonNames.Find(read, found);
        return found.Count < 2 ? found : Findings.Merge(found);
    }

    /// <summary>The text with a visible French mention in place of each thing found. Masking twice changes nothing more.</summary>
    /// <param name="harmless">Doubtful words that stay.</param>
    public static string Mask(string text, HarmlessWords? harmless = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var pass = 0; pass < MostPasses; pass++)
        {
            var found = Without(text, Find(text), harmless ?? HarmlessWords.None);
            if (found.Count == 0)
            {
                break;
            }
            text = Replace(text, found);
        }
        return text;
    }

    /// <summary>What is hidden out of prudence alone, once each, on one line.</summary>
    public static IReadOnlyList<(string Words, PersonalDataKind Kind)> Doubts(string text) =>
        [
            .. Find(text)
                .Where(span => span.Certainty == Certainty.Likely)
                .Select(span => (HarmlessWords.Line(text.Substring(span.Start, span.Length)), span.Kind))
                .Distinct(),
        ];

    /// <summary>What is written in place of what was hidden; a doubtful mention says that it is.</summary>
    public static string Placeholder(PersonalDataKind kind, Certainty certainty) =>
        Mentions.Of(kind, certainty);

    private static IReadOnlyList<PersonalDataSpan> Without(
        string text,
        IReadOnlyList<PersonalDataSpan> found,
        HarmlessWords harmless
    ) =>
        harmless == HarmlessWords.None
            ? found
            :
            [
                .. found.Where(span =>
                    span.Certainty == Certainty.Certain
                    || !harmless.Have(text.Substring(span.Start, span.Length))
                ),
            ];

    private static string Replace(string text, IReadOnlyList<PersonalDataSpan> spans)
    {
        var masked = new StringBuilder(text.Length + (spans.Count * 20));
        var from = 0;
        foreach (var span in spans)
        {
            masked.Append(text, from, span.Start - from).Append(Mentions.Of(span.Kind, span.Certainty));
            from = span.End;
        }
        return masked.Append(text, from, text.Length - from).ToString();
    }
}

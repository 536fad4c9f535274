using System.Text;

namespace Deliberation.Domain.Respond.Feedback.Masking;

/// <summary>
/// Finds and hides what would tell who wrote a text, or whom it is about, before the text is kept.
/// It prefers hiding a harmless number to keeping a personal one. Time is linear in the length of the text.
/// </summary>
public static class PersonalData
{
    // Hiding one thing may reveal another beside it; three passes have always been enough, ten is a fuse.
    private const int MostPasses = 10;

    /// <summary>The stretches to hide, in order, never touching one another.</summary>
    public static IReadOnlyList<PersonalDataSpan> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Merge([
            .. SocialSecurityNumbers.Find(text),
            .. ProfessionalNumbers.Find(text),
            .. PhoneNumbers.Find(text),
            .. EmailAddresses.Find(text),
            .. BankAccounts.Find(text),
            .. BirthDates.Find(text),
            .. PostalAddresses.Find(text),
            .. PersonNames.Find(text),
        ]);
    }

    /// <summary>The text with a visible French mention in place of each thing found. Masking twice changes nothing more.</summary>
    public static string Mask(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var pass = 0; pass < MostPasses; pass++)
        {
            var found = Find(text);
            if (found.Count == 0)
            {
                break;
            }
            text = Replace(text, found);
        }
        return text;
    }

    /// <summary>What is written in place of what was hidden.</summary>
    public static string Placeholder(PersonalDataKind kind) =>
        kind switch
        {
            PersonalDataKind.SocialSecurityNumber => "[numéro de sécurité sociale masqué]",
            PersonalDataKind.ProfessionalNumber => "[numéro de professionnel masqué]",
            PersonalDataKind.Phone => "[numéro de téléphone masqué]",
            PersonalDataKind.Email => "[adresse électronique masquée]",
            PersonalDataKind.BankAccount => "[numéro de compte masqué]",
            PersonalDataKind.BirthDate => "[date de naissance masquée]",
            PersonalDataKind.PostalAddress => "[adresse masquée]",
            PersonalDataKind.PersonName => "[nom masqué]",
            _ => "[masqué]",
        };

    private static List<PersonalDataSpan> Merge(List<PersonalDataSpan> spans)
    {
        var merged = new List<(PersonalDataSpan Whole, int Longest)>();
        foreach (
            var span in WithoutDoubtful(spans)
                .OrderBy(span => span.Start)
                .ThenByDescending(span => span.Length)
        )
        {
            if (merged.Count > 0 && span.Start < merged[^1].Whole.End)
            {
                merged[^1] = Join(merged[^1], span);
            }
            else
            {
                merged.Add((span, span.Length));
            }
        }
        return merged.ConvertAll(pair => pair.Whole);
    }

    // A number read from the wrong digit ("le 12 1 85 05…") gives way to the one whose key fits.
    private static IEnumerable<PersonalDataSpan> WithoutDoubtful(List<PersonalDataSpan> spans)
    {
        var taken = spans
            .Where(span => span.Certainty == Certainty.Certain)
            .SelectMany(span => Enumerable.Range(span.Start, span.Length).Select(place => (place, span.Kind)))
            .ToHashSet();
        return spans.Where(span =>
            span.Certainty == Certainty.Certain
            || !Enumerable.Range(span.Start, span.Length).Any(place => taken.Contains((place, span.Kind)))
        );
    }

    private static (PersonalDataSpan Whole, int Longest) Join(
        (PersonalDataSpan Whole, int Longest) first,
        PersonalDataSpan second
    )
    {
        var named = second.Length > first.Longest ? second : first.Whole;
        var length = Math.Max(first.Whole.End, second.End) - first.Whole.Start;
        return (
            named with
            {
                Start = first.Whole.Start,
                Length = length,
            },
            Math.Max(first.Longest, second.Length)
        );
    }

    private static string Replace(string text, IReadOnlyList<PersonalDataSpan> spans)
    {
        var masked = new StringBuilder(text.Length);
        var from = 0;
        foreach (var span in spans)
        {
            masked.Append(text, from, span.Start - from).Append(Placeholder(span.Kind));
            from = span.End;
        }
        return masked.Append(text, from, text.Length - from).ToString();
    }
}

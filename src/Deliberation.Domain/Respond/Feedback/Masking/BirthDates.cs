using System.Text.RegularExpressions;

namespace Deliberation.Domain.Respond.Feedback.Masking;

/// <summary>
/// A date said to be somebody's birth: after "né le", "née à Lyon le", "date de naissance", "DDN". Other dates stay.
/// A birth date is directly identifying beside a place or an illness: CNIL, guide sur l'anonymisation.
/// </summary>
internal static class BirthDates
{
    private const string Months =
        "janvier|janv|f[ée]vrier|f[ée]vr|mars|avril|avr|mai|juin|juillet|juil|ao[ûu]t|septembre|sept|octobre|oct|novembre|nov|d[ée]cembre|d[ée]c";

    private const string Date =
        @"(?<date>[0-9]{1,2}\s{0,2}[/.\-]\s{0,2}[0-9]{1,2}\s{0,2}[/.\-]\s{0,2}[0-9]{2,4}"
        + @"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"
        + @"|[0-9]{1,2} [0-9]{1,2} [0-9]{4}"
        + @"|(?:[0-9]{1,2}(?:er)?\s{1,2})?(?:"
        + Months
        + @")\.?(?:\s{1,2}[0-9]{4}|\s{1,2}[0-9]{2}\b)?"
        + @"|[0-9]{8}\b)";

    private static readonly Regex Births = new(
        @"\b(?:n[ée](?:\(e\)|e|es|s)?(?:\s{1,2}(?:à|a|en|au|aux|dans)\s[\p{L}\p{N} '’\-(),]{1,50}?)?,?\s{1,2}(?:en|le|un|l['’]an)"
            + @"|(?:date\s+de\s+)?naissance(?:\s+(?:est|le|du|au))?|DDN|n[ée]\(?e?\)?)\s{0,3}[:=]?\s{0,3}(?:le\s+|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s+){0,2}"
            + Date,
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );

    public static IEnumerable<PersonalDataSpan> Find(string text) =>
        Births
            .Matches(text)
            .Select(match => match.Groups["date"])
            .Select(date => new PersonalDataSpan(
                date.Index,
                date.Length,
                PersonalDataKind.BirthDate,
                Certainty.Certain
            ));
}

using System.Text.RegularExpressions;

namespace Deliberation.Domain.Respond.Feedback.Masking;

/// <summary>
/// The capitalised name after a title: "le Dr Martin", "Mme de La Tour". The title stays, the name goes.
/// Titles from the Lexique des règles typographiques en usage à l'Imprimerie nationale. Functions stay: "Madame la Ministre".
/// </summary>
internal static class PersonNames
{
    private const string Short = "MM?|M[Rr]|M[Mm][Ee]s?|mme|M[Ll][Ll][Ee]s?|[Dd][Rr][Ee]?s?|P[Rr]|[Pp]rof|Me";
    private const string Long =
        "[Mm]onsieur|MONSIEUR|[Mm]adame|MADAME|[Mm]ademoiselle|[Dd]octeure?|DOCTEURE?|[Pp]rofesseure?|PROFESSEURE?|[Mm]aître";
    private const string Title =
        @"\b(?:(?:"
        + Short
        + @")\.[ \t\u00A0\u202F]{0,2}|(?:"
        + Short
        + "|"
        + Long
        + @")[ \t\u00A0\u202F]{1,2})";
    private const string Particle =
        @"(?:(?:de|du|des|van|von|el|ben|De|Du|Le|La|Les|Van|Von|El|Al|Ben)[ \u00A0]|[dD]['’]){0,3}";
    private const string Name = @"(?:\p{Lu}\.[ -]?){0,3}\p{Lu}[\p{L}'’\-]{1,40}";
    private const string More = @"(?:[ \u00A0]" + Particle + @"(?:\p{Lu}\.|" + Name + ")){0,3}";

    private static readonly Regex Named = new(
        Title + "(?<name>" + Particle + Name + More + ")",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant
    );

    // Words that follow a title with a capital and name nobody, or that open the next sentence.
    private static readonly HashSet<string> Nobody = new(
        (
            "Ministre Président Présidente Directeur Directrice Préfet Préfète Maire Rapporteur Rapporteure Député Députée "
            + "Sénateur Sénatrice Monsieur Madame Mademoiselle Google Internet Doctolib Santé Tout-le-monde Toutlemonde Untel "
            + "Unetelle Machin Un Une Il Elle Ils Elles On Je Nous Vous Ce Cette Ces Cela Ça Mon Ma Mes Son Sa "
            + "Ses Et Ou Où Mais Donc Or Ni Car Ne Est Sont A Ont Que Qui Quoi Dont Dit Pour Par Avec Sans Dans Sur Sous En "
            + "Au Aux Pas Plus Non Oui Si Quand Comme Alors Merci Bonjour Aussi Après Avant Depuis Puis Refuse Veut Peut Me "
            + "Te Se Lui Leur Y"
        ).Split(' '),
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly HashSet<string> Particles = new(
        ["de", "du", "des", "van", "von", "el", "al", "ben", "le", "la", "les"],
        StringComparer.OrdinalIgnoreCase
    );

    public static IEnumerable<PersonalDataSpan> Find(string text) =>
        Named.Matches(text).Select(match => Keep(text, match.Groups["name"])).Where(span => span.Length > 0);

    // In hasty writing the next sentence starts at once ("Dr Martin Il a dit"): the name ends before such a word.
    private static PersonalDataSpan Keep(string text, Group name)
    {
        var end = name.Index;
        foreach (var (start, length) in Words(name))
        {
            var word = text.Substring(start, length);
            if (IsName(word))
            {
                end = start + length;
            }
            else if (!Particles.Contains(word))
            {
                break;
            }
        }
        return PersonalDataSpan.Between(name.Index, end, PersonalDataKind.PersonName, Certainty.Likely);
    }

    private static bool IsName(string word) => !Nobody.Contains(word) && !Particles.Contains(word);

    private static IEnumerable<(int Start, int Length)> Words(Group name)
    {
        var start = name.Index;
        foreach (var word in name.Value.Split(' ', '\u00A0'))
        {
            yield return (start, word.Length);
            start += word.Length + 1;
        }
    }
}

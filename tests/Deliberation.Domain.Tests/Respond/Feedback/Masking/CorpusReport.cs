using System.Text;
using Deliberation.Domain.Respond.Feedback.Masking;

namespace Deliberation.Domain.Tests.Respond.Feedback.Masking;

/// <summary>What the detector finds and misses in the corpus, as a page of the documentation.</summary>
internal static class CorpusReport
{
    public const string File = "docs/masquage.md";

    private static readonly Dictionary<PersonalDataKind, string> French = new()
    {
        [PersonalDataKind.SocialSecurityNumber] = "numéro de sécurité sociale",
        [PersonalDataKind.ProfessionalNumber] = "numéro de professionnel",
        [PersonalDataKind.Phone] = "téléphone",
        [PersonalDataKind.Email] = "adresse électronique",
        [PersonalDataKind.BankAccount] = "compte bancaire",
        [PersonalDataKind.BirthDate] = "date de naissance",
        [PersonalDataKind.PostalAddress] = "adresse postale",
        [PersonalDataKind.PersonName] = "nom",
    };

    public static string Write(IReadOnlyList<LabelledSentence> known, IReadOnlyList<LabelledSentence> heldOut)
    {
        var page = new StringBuilder(Head(known, heldOut));
        Table(page, "Sur les phrases qui ont servi à le régler", known);
        Table(page, "Sur les phrases écrites après, jamais utilisées pour le régler", heldOut);
        List(page, "Ce qui reste lisible", known.Concat(heldOut).SelectMany(Missed));
        List(page, "Ce qui est caché sans raison", known.Concat(heldOut).SelectMany(Wrong));
        return page.ToString().ReplaceLineEndings("\n");
    }

    private static string Head(
        IReadOnlyList<LabelledSentence> known,
        IReadOnlyList<LabelledSentence> heldOut
    ) =>
        $"""
            # Ce que le masquage trouve, et ce qu’il manque

            Avant tout enregistrement, le détecteur cache dans un retour ce qui dirait qui parle ou de qui l’on parle. Seul le
            texte masqué est gardé. Une personne lit chaque retour avant sa publication, parce que le détecteur se trompe.

            Cette page est écrite par un test, à partir de {known.Count
                + heldOut.Count} phrases à nous, étiquetées à la main
            (`tests/Deliberation.Domain.Tests/Respond/Feedback/Masking/corpus.txt`), dont {Clean(known)
                + Clean(heldOut)} où rien
            ne doit être caché. Les chiffres qui comptent sont ceux des phrases sur lesquelles il n’a pas été réglé ; leur petit
            nombre les rend incertains. Pour la renouveler :

            ```sh
            MASKING_REPORT=renew dotnet test tests/Deliberation.Domain.Tests --filter CorpusTests
            ```

            - *Exact* : même genre, même début, même fin. *Touché* : même genre, un signe en commun.
            - *Rappel* : part des passages étiquetés qui sont trouvés. *Précision* : part des passages trouvés qui étaient
              étiquetés.
            - *Caché en entier* : plus un signe du passage ne reste, quel que soit le genre trouvé.

            """;

    private static int Clean(IReadOnlyList<LabelledSentence> sentences) =>
        sentences.Count(sentence => sentence.Spans.Count == 0);

    private static void Table(StringBuilder page, string title, IReadOnlyList<LabelledSentence> sentences)
    {
        page.AppendLine()
            .AppendLine($"## {title} ({sentences.Count})")
            .AppendLine()
            .AppendLine(
                "| genre | étiquetés | trouvés | rappel exact | précision exacte | rappel touché | précision touchée | caché en entier |"
            )
            .AppendLine("|---|---|---|---|---|---|---|---|");
        foreach (var kind in Enum.GetValues<PersonalDataKind>())
        {
            page.AppendLine(Measure.Of(French[kind], sentences, kind).Row());
        }
        page.AppendLine(Measure.Of("**ensemble**", sentences, kind: null).Row());
    }

    private static void List(StringBuilder page, string title, IEnumerable<string> lines)
    {
        page.AppendLine().AppendLine($"## {title}").AppendLine();
        var any = false;
        foreach (var line in lines)
        {
            any = true;
            page.AppendLine($"- {line}");
        }
        if (!any)
        {
            page.AppendLine("Rien, dans ces phrases.");
        }
    }

    private static IEnumerable<string> Missed(LabelledSentence sentence)
    {
        var found = PersonalData.Find(sentence.Text);
        foreach (var label in sentence.Spans)
        {
            var isGone = Enumerable
                .Range(label.Start, label.Length)
                .All(place => found.Any(span => span.Start <= place && place < span.End));
            if (!isGone)
            {
                yield return $"{French[label.Kind]} : « {Quote(sentence.Text)} »";
            }
        }
    }

    private static IEnumerable<string> Wrong(LabelledSentence sentence) =>
        PersonalData
            .Find(sentence.Text)
            .Where(span => !sentence.Spans.Any(label => label.Start < span.End && span.Start < label.End))
            .Select(span =>
                $"{French[span.Kind]} : « {Quote(sentence.Text.Substring(span.Start, span.Length))} » dans « {Quote(sentence.Text)} »"
            );

    private static string Quote(string text) => text.Replace('\n', '⏎').Replace("<", "\\<");
}

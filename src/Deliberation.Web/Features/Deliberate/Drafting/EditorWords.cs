using Deliberation.Web.Platform.Localization;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>What the shared editor says; places in braces are filled in by the page.</summary>
internal static class EditorWords
{
    public static IReadOnlyDictionary<string, string> In<T>(FeatureTexts<T> texts) =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["label"] = texts["Texte"],
            ["connecting"] = texts["Connexion à l’atelier…"],
            ["saved"] = texts["Tout est enregistré."],
            ["saving"] = texts["Enregistrement en cours…"],
            ["offline"] = texts[
                "Hors connexion. Ce que vous tapez est gardé sur cet appareil, puis sera envoyé."
            ],
            ["offlineUnkept"] = texts[
                "Hors connexion, et ce navigateur ne garde rien. Ne fermez pas la page."
            ],
            ["notSaved"] = texts["Pas encore enregistré. Nouvel essai dans quelques secondes."],
            ["heldBack"] = texts[
                "Vos derniers mots ne sont pas dans le texte gelé. Copiez-les si vous y tenez."
            ],
            ["notTaken"] = texts[
                "Vos derniers mots ne sont pas enregistrés. Copiez-les, puis rechargez la page."
            ],
            ["frozen"] = texts["Ce texte est gelé."],
            ["readOnly"] = texts["Vous pouvez lire ce texte, pas le modifier."],
            ["revoked"] = texts[
                "Vous n’avez plus accès à ce texte. Votre saisie reste affichée ; copiez-la."
            ],
            ["recovered"] = texts["Votre saisie faite hors connexion a été retrouvée."],
            ["here"] = texts["Dans ce texte"],
            ["you"] = texts["vous"],
            ["someone"] = texts["Une autre personne"],
            ["changedOne"] = texts["1 modification de {who}."],
            ["changedMany"] = texts["{count} modifications de {who}."],
            ["quiet"] = texts["Montrer et annoncer ce que font les autres"],
            ["toolbar"] = texts["Mise en forme"],
            ["heading"] = texts["Titre"],
            ["list"] = texts["Liste"],
            ["bold"] = texts["Gras"],
            ["quote"] = texts["Citation"],
            ["link"] = texts["Lien"],
            ["more"] = texts["Plus d’outils"],
            ["numbers"] = texts["Liste numérotée"],
            ["footnote"] = texts["Note de bas de page"],
            ["noteText"] = texts["texte de la note"],
            ["table"] = texts["Tableau"],
            ["tableText"] = texts["Colonne"],
            ["punctuation"] = texts["Ponctuation française"],
            ["punctuationDone"] = texts["{count} corrections de ponctuation. « Annuler » les retire."],
            ["punctuationNone"] = texts["La ponctuation est déjà bonne."],
            ["preview"] = texts["Aperçu"],
            ["write"] = texts["Revenir à l’écriture"],
            ["previewFailed"] = texts["L’aperçu n’est pas disponible pour l’instant."],
            ["badLink"] = texts["Cette adresse est incomplète : elle commence par https://"],
            ["badLinks"] = texts["Liens à vérifier : {count}."],
            ["sought"] = texts["Les mots trouvés sont marqués dans le texte."],
            ["pasted"] = texts["Texte collé. Sa mise en forme a été simplifiée."],
            ["undo"] = texts["Annuler"],
            ["redo"] = texts["Rétablir"],
            ["shortcuts"] = texts["Raccourcis du clavier"],
            ["leave"] = texts["Quitter le texte"],
            ["linkText"] = texts["texte du lien"],
            ["tooLong"] = texts["Le texte dépasse 100 000 signes. Retirez une partie de votre saisie."],
        };
}

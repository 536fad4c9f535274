using System.Globalization;
using System.Text.Json.Nodes;
using Deliberation.Domain.Respond.Feedback.Meaning;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Domain.Verify.Ledger;
using Deliberation.Web.Features.Deliberate.Contributions;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Verify.Ledger;

/// <summary>Says each act of the register in one sentence, in the reader's language.</summary>
internal sealed class ActSentence(DeliberationDb db, ThemeNames themes, FeatureTexts<ActSentence> texts)
{
    private readonly Dictionary<string, StatusScheme> schemes = new(StringComparer.Ordinal);
    private IReadOnlyDictionary<string, string>? bodies;

    public async Task<string> SayAsync(LedgerEntry entry, CancellationToken cancellationToken)
    {
        bodies ??= await db.Set<Body>()
            .AsNoTracking()
            .ToDictionaryAsync(body => body.Key, body => body.Name, cancellationToken);
        var facts = Read(entry.Content);
        return entry.Kind switch
        {
            "ResultProclaimed" => texts["Le résultat d’un vote est proclamé : {0}.", Outcome(facts)],
            "OpinionPublished" => texts[
                "L’avis {0} est publié, édition {1}, avec {2} propositions.",
                entry.Subject,
                Text(facts, "edition"),
                Text(facts, "propositions")
            ],
            "TreatmentOpened" => texts[
                "La proposition {0} attend une réponse. Chargé de répondre : {1}.",
                entry.Subject,
                Body(facts)
            ],
            "TreatmentAnswered" => texts[
                "Réponse à la proposition {0}. Organisme : {1}. Statut : {2}.",
                entry.Subject,
                Body(facts),
                await StatusAsync(entry.Subject, facts, cancellationToken)
            ],
            "SchemeAdopted" => texts["L’échelle de statuts de l’avis {0} est choisie.", entry.Subject],
            "TreatmentEntrusted" => texts[
                "La proposition {0} est confiée à : {1}.",
                entry.Subject,
                Body(facts)
            ],
            "TreatmentSuspended" => texts[
                "Le délai de réponse à la proposition {0} est suspendu. Raison : {1}",
                entry.Subject,
                Text(facts, "reason")
            ],
            "TreatmentResumed" => texts[
                "Le délai de réponse à la proposition {0} reprend. Réponse attendue le {1}.",
                entry.Subject,
                Text(facts, "due_on")
            ],
            "PropositionWithdrawn" => texts[
                "La proposition {0} n’est plus dans l’avis, depuis l’édition {1}.",
                entry.Subject,
                Text(facts, "edition")
            ],
            "PropositionRestored" => texts[
                "La proposition {0} est de nouveau dans l’avis, depuis l’édition {1}.",
                entry.Subject,
                Text(facts, "edition")
            ],
            "SecondAnswerDue" => texts[
                "Une deuxième réponse à la proposition {0} est due le {1}.",
                entry.Subject,
                Text(facts, "due_on")
            ],
            "VerdictTermsSet" => texts[
                "Les conditions d’appréciation du dispositif {0} changent. Période : {1} jours. Seuil : {2} %.",
                entry.Subject,
                Text(facts, "days"),
                Text(facts, "threshold")
            ],
            "VerdictPublished" => texts[
                "Les membres ont jugé la réponse {1} à la proposition {0}. Exprimés : {2}. Part satisfaite, même en partie : {3} %.",
                entry.Subject,
                Text(facts, "answer"),
                Counted(facts, "expressed"),
                Counted(facts, "share")
            ],
            "FeedbackLinked" => texts[
                "Le retour {0} est relié à la proposition {1}.",
                entry.Subject,
                Text(facts, "proposition")
            ],
            "FeedbackUnlinked" => texts[
                "Le retour {0} n’est plus relié à la proposition {1}.",
                entry.Subject,
                Text(facts, "proposition")
            ],
            "FeedbackAnswered" => texts[
                "Le retour {0} a reçu une réponse. Organisme : {1}.",
                entry.Subject,
                Body(facts)
            ],
            "FeedbackTakenDown" => texts["Le retour {0} est retiré par la modération.", entry.Subject],
            "FeedbackWithdrawn" => texts[
                "Le retour {0} est retiré par la personne qui l’avait donné.",
                entry.Subject
            ],
            "FeedbackRegrouped" => texts["La modération change le sujet du retour {0}.", entry.Subject],
            "SubjectNamed" => texts[
                "La modération nomme le sujet {0} : {1}",
                entry.Subject,
                Text(facts, "name")
            ],
            "SubjectMerged" => texts[
                "La modération réunit le sujet {0} au sujet {1}.",
                entry.Subject,
                Text(facts, "into")
            ],
            "SubjectDismissed" => texts["La modération écarte le sujet {0}.", entry.Subject],
            "SubjectReached" => texts[
                "Le sujet {0} atteint son seuil, {1} retours en {2} jours : un comité doit l’examiner.",
                entry.Subject,
                Text(facts, "feedbacks"),
                Text(facts, "days")
            ],
            "SubjectPutOnAgenda" => texts[
                "L’animation du dispositif {1} met le sujet {0} à l’ordre du jour.",
                entry.Subject,
                Text(facts, "space")
            ],
            "ThresholdDecided" => await ThresholdAsync(entry.Subject, facts, cancellationToken),
            _ => texts["Acte « {0} » sur {1}.", entry.Kind, entry.Subject],
        };
    }

    private async Task<string> ThresholdAsync(
        string theme,
        JsonObject facts,
        CancellationToken cancellationToken
    )
    {
        var (feedbacks, days, reason) = (
            Text(facts, "feedbacks"),
            Text(facts, "days"),
            Text(facts, "reason")
        );
        return theme == ThemeThreshold.Everywhere
            ? texts[
                "Un comité examinera les sujets des thèmes sans seuil propre dès {0} retours en {1} jours. Raison : {2}",
                feedbacks,
                days,
                reason
            ]
            : texts[
                "Un comité examinera les sujets du thème « {0} » dès {1} retours en {2} jours. Raison : {3}",
                await themes.OfAsync(theme, cancellationToken) ?? theme,
                feedbacks,
                days,
                reason
            ];
    }

    private string Outcome(JsonObject facts) =>
        (facts["result"] as JsonObject)?["outcome"]?.ToString() switch
        {
            "adopted" => texts["proposition adoptée"],
            "rejected" => texts["proposition rejetée"],
            _ => texts["nombre de votes insuffisant"],
        };

    private static string Counted(JsonObject facts, string name) =>
        (facts["result"] as JsonObject)?[name]?.ToString() ?? "0";

    private string Body(JsonObject facts)
    {
        var key = Text(facts, "body");
        return bodies!.GetValueOrDefault(key, key); // read just before
    }

    private async Task<string> StatusAsync(
        string proposition,
        JsonObject facts,
        CancellationToken cancellationToken
    )
    {
        var code = Text(facts, "status");
        var opinion = proposition[..Math.Max(0, proposition.LastIndexOf("-P", StringComparison.Ordinal))];
        if (!schemes.TryGetValue(opinion, out var scheme))
        {
            var tracker = await db.Set<OpinionTracker>()
                .AsNoTracking()
                .FirstOrDefaultAsync(tracker => tracker.Reference == opinion, cancellationToken);
            schemes[opinion] = scheme = tracker?.Scheme ?? StatusScheme.Default;
        }

        var status = scheme.Find(code);
        return (
                CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr"
                    ? status?.French
                    : status?.English
            ) ?? code;
    }

    private static string Text(JsonObject facts, string name) => facts[name]?.ToString() ?? "";

    /// <summary>A register that was tampered with must still be readable: what is not JSON says nothing.</summary>
    private static JsonObject Read(string content)
    {
        try
        {
            return JsonNode.Parse(content) as JsonObject ?? [];
        }
        catch (System.Text.Json.JsonException)
        {
            return [];
        }
    }
}

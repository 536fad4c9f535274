namespace Deliberation.Web.Features.Verify.OpenData;

/// <summary>What each column of the tracker's file means, once for the page and for the Table Schema.</summary>
internal static class TreatmentSchema
{
    public static readonly IReadOnlyList<SchemaField> Fields =
    [
        new("reference", "string", "Référence de la proposition, jamais renumérotée", Required: true),
        new("opinion", "string", "Référence de l’avis", Required: true),
        new("number", "integer", "Numéro de la proposition dans l’avis", Required: true),
        new("title", "string", "Titre publié", Required: true),
        new("theme", "string", "Code du thème"),
        new("body", "string", "Code de l’organisme chargé de répondre", Required: true),
        new("body_name", "string", "Nom de l’organisme", Required: true),
        new("opened_at", "datetime", "Moment de la publication, en temps universel", Required: true),
        new("first_answer_due_on", "date", "Dernier jour promis pour une première réponse"),
        new("due_basis", "string", "Engagement sur lequel repose cette date"),
        new("answers", "integer", "Nombre de réponses données", Required: true),
        new("status", "string", "Code du statut actuel ; vide sans réponse"),
        new("status_fr", "string", "Statut, dans les mots de l’institution"),
        new("status_en", "string", "Statut, en anglais"),
        new(
            "category",
            "string",
            "Grande catégorie : delivered, partly_delivered, in_progress, under_review ou declined"
        ),
        new("answered_at", "datetime", "Moment de la dernière réponse, en temps universel"),
        new("reason", "string", "Raison donnée avec la dernière réponse"),
        new("evidence_link", "string", "Lien vers une preuve", Format: "uri"),
        new("evidence_citation", "string", "Document cité comme preuve"),
        new("next_update_on", "date", "Jour promis pour la prochaine mise à jour"),
        new("expected_on", "date", "Jour où l’institution doit sa prochaine parole"),
        new("late", "boolean", "Vrai si ce jour est passé", Required: true),
        new(
            "days_late",
            "integer",
            "Jours de retard, le jour du téléchargement ou le jour demandé",
            Required: true
        ),
        new("address", "string", "Page de la proposition", Required: true, Format: "uri"),
        new(
            "decision",
            "string",
            "Décision : accepted, accepted_in_part, declined, passed_on ; vide si elle est attendue"
        ),
        new("decision_kept", "string", "Ce qui est retenu, si une partie seulement est acceptée"),
        new("decision_not_kept", "string", "Ce qui n’est pas retenu, dans le même cas"),
        new(
            "refusal_ground",
            "string",
            "Motif du refus : law, cost, feasibility, already_done, outside_competence ou political_choice"
        ),
        new("would_change", "string", "Ce qui changerait un refus"),
        new("passed_on_to", "string", "À qui la proposition est transmise"),
        new(
            "fidelity",
            "string",
            "Écart au texte voté, selon l’organisme : faithful, adapted, weakened, contrary ou too_early"
        ),
        new(
            "evidence_level",
            "string",
            "Ce qui appuie « fait » : none, declared, public_document ou checked",
            Required: true
        ),
        new(
            "confirmed",
            "boolean",
            "Vrai si la proposition est faite et qu’un document public le montre",
            Required: true
        ),
        new("checked_by", "string", "Tiers qui a vérifié"),
        new("laws", "string", "Textes de loi, par numéro NOR ou adresse ELI"),
        new("success_measure", "string", "Comment on saura que c’est fait"),
        new("corrects", "integer", "Numéro de la réponse que la dernière corrige"),
        new(
            "minority_positions",
            "integer",
            "Nombre de positions minoritaires publiées avec la proposition",
            Required: true
        ),
        new(
            "minority_positions_replied",
            "integer",
            "Celles, parmi elles, auxquelles une réponse a répondu",
            Required: true
        ),
        new("imported_from", "string", "Document dont la dernière réponse est reprise"),
        new(
            "brought_in_at",
            "datetime",
            "Moment où la dernière réponse, donnée ailleurs, a été reprise ici, en temps universel"
        ),
        new("documents", "string", "Documents joints, un par ligne : titre puis adresse"),
        new(
            "withdrawn",
            "boolean",
            "Vrai si une édition corrigée de l’avis ne contient plus la proposition : plus rien n’est dû",
            Required: true
        ),
    ];

    public static object File() =>
        TableSchema.Of(
            "suivi",
            "Suivi des propositions citoyennes",
            "Une ligne par proposition publiée, avec la dernière réponse de l’institution.",
            Fields,
            "reference"
        );
}

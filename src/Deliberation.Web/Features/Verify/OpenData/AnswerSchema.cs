namespace Deliberation.Web.Features.Verify.OpenData;

/// <summary>What each column of the answers means, once for the page and for the Table Schema.</summary>
internal static class AnswerSchema
{
    public static readonly IReadOnlyList<SchemaField> Fields =
    [
        new("reference", "string", "Référence de la proposition, jamais renumérotée", Required: true),
        new("opinion", "string", "Référence de l’avis", Required: true),
        new("answer", "integer", "Numéro de la réponse à cette proposition, à partir de 1", Required: true),
        new("at", "datetime", "Moment de la réponse, en temps universel", Required: true),
        new("body", "string", "Code de l’organisme qui a répondu", Required: true),
        new("function", "string", "Fonction de la personne qui a répondu", Required: true),
        new("status", "string", "Code du statut donné", Required: true),
        new(
            "category",
            "string",
            "Grande catégorie : delivered, partly_delivered, in_progress, under_review ou declined",
            Required: true
        ),
        new("reason", "string", "Raison, en mots simples", Required: true),
        new(
            "decision",
            "string",
            "Décision : accepted, accepted_in_part, declined, passed_on ; vide si elle est attendue"
        ),
        new("kept", "string", "Ce qui est retenu, si une partie seulement est acceptée"),
        new("not_kept", "string", "Ce qui n’est pas retenu, dans le même cas"),
        new(
            "ground",
            "string",
            "Motif du refus : law, cost, feasibility, already_done, outside_competence ou political_choice"
        ),
        new("would_change", "string", "Ce qui changerait un refus"),
        new("passed_on_to", "string", "À qui la proposition est transmise"),
        new("evidence_link", "string", "Lien vers une preuve", Format: "uri"),
        new("evidence_citation", "string", "Document cité comme preuve"),
        new(
            "evidence_level",
            "string",
            "Ce qui appuie « fait » : none, declared, public_document ou checked",
            Required: true
        ),
        new("checked_by", "string", "Tiers qui a vérifié"),
        new("laws", "string", "Textes de loi, par numéro NOR ou adresse ELI"),
        new("success_measure", "string", "Comment on saura que c’est fait"),
        new(
            "fidelity",
            "string",
            "Écart au texte voté, selon l’organisme : faithful, adapted, weakened, contrary ou too_early"
        ),
        new("next_update_on", "date", "Jour promis pour la prochaine mise à jour"),
        new("corrects", "integer", "Numéro de la réponse que celle-ci corrige"),
        new("imported_from", "string", "Document dont la réponse est reprise"),
        new(
            "minority_replies",
            "integer",
            "Nombre de positions minoritaires auxquelles elle répond",
            Required: true
        ),
        new("address", "string", "Page de la réponse", Required: true, Format: "uri"),
        new(
            "brought_in_at",
            "datetime",
            "Moment où une réponse donnée ailleurs a été reprise ici, en temps universel ; vide si elle a été donnée ici"
        ),
        new("documents", "string", "Documents joints, un par ligne : titre puis adresse"),
    ];

    public static object File() =>
        TableSchema.Of(
            "reponses",
            "Réponses aux propositions",
            "Une ligne par réponse donnée, depuis le début. Aucune n’est jamais changée ni retirée.",
            Fields,
            new[] { "reference", "answer" }
        );
}

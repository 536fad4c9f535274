namespace Deliberation.Web.Features.Verify.OpenData;

/// <summary>What each column of the members' verdicts means, once for the page and for the Table Schema.</summary>
internal static class VerdictSchema
{
    public static readonly IReadOnlyList<SchemaField> Fields =
    [
        new("reference", "string", "Référence de la proposition, jamais renumérotée", Required: true),
        new("opinion", "string", "Référence de l’avis", Required: true),
        new("number", "integer", "Numéro de la proposition dans l’avis", Required: true),
        new("answer", "integer", "Numéro de la réponse jugée, à partir de 1", Required: true),
        new("opened_at", "datetime", "Début de la période, en temps universel", Required: true),
        new("closed_at", "datetime", "Publication du résultat, en temps universel", Required: true),
        new("superseded", "boolean", "Vrai si une autre réponse est venue avant la fin", Required: true),
        new("members", "integer", "Membres qui pouvaient juger", Required: true),
        new("expressed", "integer", "Membres qui ont exprimé un avis : n", Required: true),
        new("satisfying", "integer", "Réponse jugée satisfaisante", Required: true),
        new("partly", "integer", "Réponse jugée satisfaisante en partie", Required: true),
        new("insufficient", "integer", "Réponse jugée insuffisante", Required: true),
        new("no_opinion", "integer", "Sans avis, hors de la part", Required: true),
        new(
            "share",
            "integer",
            "Part satisfaite, même en partie, en pour cent arrondis vers le bas",
            Required: true
        ),
        new("threshold", "integer", "Part sous laquelle une deuxième réponse est due", Required: true),
        new("faithful", "integer", "Membres qui la disent fidèle au texte voté", Required: true),
        new("adapted", "integer", "Membres qui la disent adaptée", Required: true),
        new("weakened", "integer", "Membres qui la disent affaiblie", Required: true),
        new("contrary", "integer", "Membres qui la disent contraire au texte voté", Required: true),
        new("too_early", "integer", "Membres qui trouvent trop tôt pour le dire", Required: true),
        new(
            "body_fidelity",
            "string",
            "La même chose selon l’organisme : faithful, adapted, weakened, contrary ou too_early"
        ),
        new(
            "second_answer_due_on",
            "date",
            "Dernier jour pour une deuxième réponse ; vide si elle n’est pas due"
        ),
        new("address", "string", "Page du résultat", Required: true, Format: "uri"),
    ];

    public static object File() =>
        TableSchema.Of(
            "appreciations",
            "Appréciations des membres sur les réponses",
            "Une ligne par réponse jugée, une fois le résultat publié.",
            Fields,
            new[] { "reference", "answer" }
        );
}

namespace Deliberation.Web.Features.Verify.OpenData;

/// <summary>What each column of the public feedback means, once for the page and for the Table Schema.</summary>
internal static class FeedbackSchema
{
    public static readonly IReadOnlyList<SchemaField> Fields =
    [
        new("number", "string", "Numéro public du retour, jamais réutilisé", Required: true),
        new("received_at", "datetime", "Moment de sa réception, en temps universel", Required: true),
        new("published_at", "datetime", "Moment de sa première publication, en temps universel"),
        new(
            "door",
            "string",
            "Par où il est venu : formulaire, programme, papier, téléphone, import…",
            Required: true
        ),
        new("given_on", "date", "Jour où il a été donné, s’il a été saisi par un médiateur"),
        new("language", "string", "Langue des mots : fr ou en", Required: true),
        new("mark", "integer", "Note générale, de 1 (très mauvais) à 5 (très bon)", Required: true),
        new("part", "string", "Partie de l’espace santé", Required: true),
        new("easy", "string", "Ce qui a été facile, masqué"),
        new("hard", "string", "Ce qui a été difficile, masqué"),
        new("text", "string", "Ce qui s’est passé, masqué"),
        new("suggestion", "string", "Idée d’amélioration, masquée"),
        new("stage", "string", "Où il en est, de Published à ChangeMade", Required: true),
        new("propositions", "string", "Références des propositions dont il parle, séparées par une espace"),
    ];

    public static readonly IReadOnlyList<SchemaField> Counts =
    [
        new(
            "dimension",
            "string",
            "Ce que l’on compte : age_band, departement, contact ou door",
            Required: true
        ),
        new("value", "string", "La valeur comptée ; not_said si rien n’est dit", Required: true),
        new("mark", "integer", "Note générale, de 1 (très mauvais) à 5 (très bon)", Required: true),
        new("n", "integer", "Nombre de retours ; vide quand il est caché"),
        new(
            "suppressed",
            "boolean",
            "Vrai quand le nombre est caché, pour que personne ne soit reconnu",
            Required: true
        ),
    ];

    public static object File() =>
        TableSchema.Of(
            "retours",
            "Retours publics",
            "Une ligne par retour public, tel que le détecteur du jour le masque.",
            Fields,
            "number"
        );

    public static object CountsFile() =>
        TableSchema.Of(
            "retours-chiffres",
            "Retours publics, comptés",
            "Une ligne par valeur et par note ; les petits nombres sont cachés.",
            Counts,
            new[] { "dimension", "value", "mark" }
        );
}

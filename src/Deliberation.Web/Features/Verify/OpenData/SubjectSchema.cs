namespace Deliberation.Web.Features.Verify.OpenData;

/// <summary>What each column of the subjects means, once for the page and for the Table Schema.</summary>
internal static class SubjectSchema
{
    public static readonly IReadOnlyList<SchemaField> Fields =
    [
        new("number", "string", "Numéro public du sujet, jamais réutilisé", Required: true),
        new("name", "string", "Nom donné par une personne"),
        new("theme", "string", "Thème du sujet"),
        new(
            "words",
            "string",
            "Les mots que ses retours ont en commun, séparés par une espace",
            Required: true
        ),
        new("feedbacks", "integer", "Nombre de retours publics ; vide en dessous de dix"),
        new(
            "last_thirty_days",
            "integer",
            "Retours des trente derniers jours ; vide quand le nombre est caché"
        ),
        new(
            "threshold_feedbacks",
            "integer",
            "Nombre de retours qui oblige un comité à l’examiner",
            Required: true
        ),
        new("threshold_days", "integer", "Durée pendant laquelle ils sont comptés, en jours", Required: true),
        new("reached_at", "datetime", "Moment où le seuil a été atteint, en temps universel"),
        new("on_agenda_at", "datetime", "Moment de la mise à l’ordre du jour, en temps universel"),
    ];

    public static object File() =>
        TableSchema.Of(
            "sujets",
            "Sujets des retours",
            "Une ligne par sujet public, avec son seuil et ce qu’il est devenu.",
            Fields,
            "number"
        );
}

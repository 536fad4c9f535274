namespace Deliberation.Web.Features.Verify.OpenData;

/// <summary>What each column of the due days means, once for the page and for the Table Schema.</summary>
internal static class DeadlineSchema
{
    public static readonly IReadOnlyList<SchemaField> Fields =
    [
        new("reference", "string", "Référence de la proposition, jamais renumérotée", Required: true),
        new("opinion", "string", "Référence de l’avis", Required: true),
        new("number", "integer", "Rang de cette échéance pour la proposition, à partir de 1", Required: true),
        new("at", "datetime", "Moment où elle a été fixée, en temps universel", Required: true),
        new(
            "cause",
            "string",
            "first_answer, promised_update, second_answer, suspended, resumed, withdrawn ou restored",
            Required: true
        ),
        new(
            "due_on",
            "date",
            "Dernier jour pour répondre ; vide si rien n’est promis ou si le délai est suspendu"
        ),
        new("basis", "string", "Sur quoi la date repose, ou pourquoi le délai est suspendu"),
        new("suspended_on", "date", "Premier jour de la suspension"),
        new("held_on", "date", "Dernier jour que la suspension repousse"),
    ];

    public static object File() =>
        TableSchema.Of(
            "echeances",
            "Échéances des réponses",
            "Une ligne par date fixée, déplacée ou suspendue, depuis le début.",
            Fields,
            new[] { "reference", "number" }
        );
}

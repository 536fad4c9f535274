using Deliberation.Web.Platform.Localization;

namespace Deliberation.Web.Platform.Ui;

/// <summary>How a status is shown: its class (colour and weave), its icon, and its word when the scheme gives none.</summary>
internal sealed record StatusCategory(string Skin, string Icon)
{
    private static readonly FeatureTexts T = new();

    private static readonly Dictionary<string, StatusCategory> All = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Delivered"] = new("delivered", "check"),
        ["PartlyDelivered"] = new("partly", "half"),
        ["InProgress"] = new("progress", "moving"),
        ["UnderReview"] = new("review", "eye"),
        ["Declined"] = new("declined", "cross"),
        ["Declared"] = new("declared", "comment"),
        ["Confirmed"] = new("confirmed", "checks"),
        ["Waiting"] = new("waiting", "clock"),
        ["Late"] = new("late", "alert"),
        ["Withdrawn"] = new("withdrawn", "minus"),
    };

    public static IEnumerable<string> Names => All.Keys;

    public string Word =>
        Skin switch
        {
            "delivered" => T["Réalisée"],
            "partly" => T["Réalisée en partie"],
            "progress" => T["En cours"],
            "review" => T["À l’étude"],
            "declined" => T["Non retenue"],
            "declared" => T["Déclarée, non confirmée"],
            "confirmed" => T["Confirmée"],
            "late" => T["En retard"],
            "withdrawn" => T["Retirée de l’avis"],
            _ => T["En attente"],
        };

    /// <exception cref="ArgumentException">No such category.</exception>
    public static StatusCategory Of(string name) =>
        All.TryGetValue(name, out var category)
            ? category
            : throw new ArgumentException(
                $"Unknown category “{name}”: one of {string.Join(", ", All.Keys)}.",
                nameof(name)
            );
}

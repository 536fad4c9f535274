using System.Text.Json;
using Deliberation.Web.Platform.Localization;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>Says what is wrong with a resource, by the names of its elements and never by their values.</summary>
internal sealed class FhirCheck(FeatureTexts<FhirCheck> texts, FeedbackQuestions questions)
{
    /// <summary>What would tell of whom a response speaks, or who wrote it.</summary>
    private static readonly HashSet<string> Identifying =
    [
        "subject",
        "author",
        "source",
        "encounter",
        "identifier",
        "basedOn",
        "partOf",
        "contained",
        "text",
    ];

    public FeatureTexts<FhirCheck> T => texts;

    public FeedbackQuestions Questions => questions;

    /// <exception cref="FhirRefused">The condition does not hold.</exception>
    public void Require(bool condition, string kind, string place, string detail)
    {
        if (!condition)
        {
            throw FhirRefused.Because(kind, place, detail);
        }
    }

    /// <exception cref="FhirRefused">Not an object, or it has another member.</exception>
    public void RequireKnown(JsonElement element, string place, params ReadOnlySpan<string> known)
    {
        Require(
            element.ValueKind == JsonValueKind.Object,
            "structure",
            place,
            texts["Un objet est attendu ici."]
        );
        foreach (var member in element.EnumerateObject())
        {
            if (!known.Contains(member.Name))
            {
                throw Unknown(member.Name, place);
            }
        }
    }

    // The name of an unknown member is the sender's own words: it is not said back.
    private FhirRefused Unknown(string name, string place) =>
        name is "extension" or "modifierExtension" || name.StartsWith('_')
            ? FhirRefused.Because("extension", place, texts["Aucune extension n’est reçue."])
        : Identifying.Contains(name)
            ? FhirRefused.Because(
                "business-rule",
                $"{place}.{name}",
                texts["Rien de ce qui désigne une personne n’est reçu, ni gardé."]
            )
        : FhirRefused.Because("structure", place, texts["Un élément n’est pas dans le sous-ensemble reçu."]);
}

internal static class FhirElements
{
    /// <summary>A member's text; null when there is none, or when it is no text.</summary>
    public static string? Text(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String
            ? member.GetString()
            : null;
}

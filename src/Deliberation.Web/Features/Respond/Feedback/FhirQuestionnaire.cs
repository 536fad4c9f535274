using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Deliberation.Domain.Respond.Feedback;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>
/// The questions of the form as a FHIR R4 Questionnaire: French texts, with the English of each in the standard
/// extension for translations (https://hl7.org/fhir/R4/extension-translation.html).
/// </summary>
internal sealed class FhirQuestionnaire(FhirAddresses addresses, IServiceProvider services)
{
    private const string Translation = "http://hl7.org/fhir/StructureDefinition/translation";

    public JsonObject Write()
    {
        var (french, english) = (In("fr"), In("en"));
        return new JsonObject
        {
            ["resourceType"] = "Questionnaire",
            ["id"] = FhirAddresses.QuestionnaireId,
            ["language"] = "fr",
            ["url"] = addresses.Questionnaire,
            ["version"] = FhirAddresses.Version,
            ["name"] = "RetourUsager",
            ["title"] = "Retour d’un usager sur son espace santé",
            ["_title"] = Translated("A user’s feedback on their health space"),
            ["status"] = "active",
            ["experimental"] = false,
            ["item"] = new JsonArray([.. french.Zip(english, (fr, en) => (JsonNode)Item(fr, en))]),
        };
    }

    /// <summary>The code of a choice, as in the JSON door: <c>veryBad</c>.</summary>
    public static string CodeOf(string choice) => JsonNamingPolicy.CamelCase.ConvertName(choice);

    private JsonObject Item(FeedbackQuestion french, FeedbackQuestion english)
    {
        var item = new JsonObject
        {
            ["linkId"] = french.Key,
            ["text"] = french.Title,
            ["_text"] = Translated(english.Title),
            ["type"] =
                french.Choices is not null ? "choice"
                : french.IsText ? "text"
                : "string",
            ["required"] = french.IsRequired,
            ["repeats"] = false,
        };
        if (french.Choices is { } choices)
        {
            item["answerOption"] = new JsonArray([
                .. choices.Zip(
                    english.Choices!,
                    (fr, en) => (JsonNode)Option(french.Key, fr.Value, fr.Text, en.Text)
                ), // the same question
            ]);
        }
        else
        {
            item["maxLength"] = french.IsText ? MaskedText.Longest : 3;
        }

        return item;
    }

    private JsonObject Option(string linkId, string choice, string french, string english) =>
        new()
        {
            ["valueCoding"] = new JsonObject
            {
                ["system"] = addresses.CodesOf(linkId),
                ["code"] = CodeOf(choice),
                ["display"] = french,
                ["_display"] = Translated(english),
            },
        };

    private static JsonObject Translated(string english) =>
        new()
        {
            ["extension"] = new JsonArray(
                new JsonObject
                {
                    ["url"] = Translation,
                    ["extension"] = new JsonArray(
                        new JsonObject { ["url"] = "lang", ["valueCode"] = "en" },
                        new JsonObject { ["url"] = "content", ["valueString"] = english }
                    ),
                }
            ),
        };

    // The questions speak the language of the request: both are asked for, one after the other.
    private List<FeedbackQuestion> In(string language)
    {
        var spoken = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            return [.. services.GetRequiredService<FeedbackQuestions>().All];
        }
        finally
        {
            CultureInfo.CurrentUICulture = spoken;
        }
    }
}

using System.Text.Json;
using Deliberation.Domain.Respond.Feedback;
using Deliberation.Web.Platform.Localization;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>
/// Reads a QuestionnaireResponse of the strict subset: our questions, answered, and nothing that says who answered.
/// What is not in the subset is refused by its name alone; its value is never read.
/// </summary>
internal sealed class FhirResponse(FhirAddresses addresses, FhirCheck check)
{
    private const string Root = "QuestionnaireResponse";
    private const int MostItems = 20;

    private static readonly JsonDocumentOptions Bounded = new()
    {
        MaxDepth = 12,
        AllowDuplicateProperties = false,
    };

    /// <exception cref="FhirRefused">It is not of the subset.</exception>
    public Read Of(ReadOnlyMemory<byte> body)
    {
        using var document = Parse(body);
        try
        {
            return Of(document.RootElement);
        }
        catch (InvalidOperationException)
        {
            throw Unreadable(); // half a sign, which JSON can write and no text can hold
        }
    }

    private Read Of(JsonElement resource)
    {
        check.Require(
            resource.ValueKind == JsonValueKind.Object && resource.Text("resourceType") == Root,
            "structure",
            Root,
            check.T["La ressource attendue est QuestionnaireResponse."]
        );
        check.RequireKnown(
            resource,
            Root,
            "resourceType",
            "id",
            "meta",
            "language",
            "questionnaire",
            "status",
            "authored",
            "item"
        );
        RequireMeta(resource);
        var id = resource.Text("id");
        var status = resource.Text("status");
        if (status == "entered-in-error")
        {
            return new Read(id, null, "fr");
        }

        check.Require(
            status == "completed",
            "value",
            $"{Root}.status",
            check.T["Seul le statut completed est reçu, ou entered-in-error pour retirer."]
        );
        check.Require(id is null, "value", $"{Root}.id", check.T["Le service donne l’identifiant."]);
        check.Require(
            addresses.IsQuestionnaire(resource.Text("questionnaire")),
            "not-supported",
            $"{Root}.questionnaire",
            check.T["Le questionnaire attendu est {0}.", addresses.Questionnaire]
        );
        return new Read(null, Spoken(resource), resource.Text("language") ?? "fr");
    }

    private JsonDocument Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonDocument.Parse(body, Bounded);
        }
        catch (JsonException)
        {
            throw Unreadable();
        }
    }

    private FhirRefused Unreadable() =>
        FhirRefused.Because(
            "structure",
            Root,
            check.T["Le document n’est pas du JSON lisible, ou il est trop profond."]
        );

    private void RequireMeta(JsonElement resource)
    {
        if (resource.TryGetProperty("meta", out var meta))
        {
            check.RequireKnown(meta, $"{Root}.meta", "profile");
        }
    }

    private Spoken Spoken(JsonElement resource)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        if (resource.TryGetProperty("item", out var items))
        {
            check.Require(
                items.ValueKind == JsonValueKind.Array,
                "structure",
                $"{Root}.item",
                check.T["Une liste est attendue ici."]
            );
            check.Require(
                items.GetArrayLength() <= MostItems,
                "too-costly",
                $"{Root}.item",
                check.T["Au plus {0} réponses sont lues.", MostItems]
            );
            foreach (var (place, item) in items.EnumerateArray().Index())
            {
                var (linkId, answer) = Item(item, $"{Root}.item[{place}]");
                if (answer is not null)
                {
                    check.Require(
                        given.TryAdd(linkId, answer),
                        "invariant",
                        $"{Root}.item[{place}]",
                        check.T["Une question a une seule réponse."]
                    );
                }
            }
        }

        return new FormAnswers { Given = given }.Spoken();
    }

    private (string LinkId, string? Answer) Item(JsonElement item, string place)
    {
        check.RequireKnown(item, place, "linkId", "text", "answer");
        var linkId = item.Text("linkId");
        var question = check.Questions.Find(linkId);
        check.Require(
            question is not null,
            "code-invalid",
            $"{place}.linkId",
            check.T["Cette question n’est pas dans le questionnaire."]
        );
        if (!item.TryGetProperty("answer", out var answers))
        {
            return (linkId!, null); // found above
        }

        check.Require(
            answers.ValueKind == JsonValueKind.Array && answers.GetArrayLength() == 1,
            "structure",
            $"{place}.answer",
            check.T["Une question a une seule réponse."]
        );
        return (linkId!, Answer(question!, answers[0], $"{place}.answer[0]")); // found above
    }

    private string Answer(FeedbackQuestion question, JsonElement answer, string place)
    {
        if (question.Choices is not { } choices)
        {
            check.RequireKnown(answer, place, "valueString");
            return answer.Text("valueString")
                ?? throw FhirRefused.Because(
                    "value",
                    place,
                    check.T["Cette réponse est un texte (valueString)."]
                );
        }

        check.RequireKnown(answer, place, "valueCoding");
        check.Require(
            answer.TryGetProperty("valueCoding", out var coding),
            "value",
            place,
            check.T["Cette réponse est un choix (valueCoding)."]
        );
        check.RequireKnown(coding, $"{place}.value", "system", "code", "display");
        var code = coding.Text("code");
        var system = coding.Text("system");
        var choice = choices.FirstOrDefault(one => FhirQuestionnaire.CodeOf(one.Value) == code);
        check.Require(
            choice is not null && (system is null || system == addresses.CodesOf(question.Key)),
            "code-invalid",
            $"{place}.value",
            check.T["Ce choix n’est pas dans le questionnaire."]
        );
        return choice!.Value; // required above
    }

    /// <summary>What was read.</summary>
    /// <param name="Id">The number of a feedback to take back; null when it is a new one.</param>
    /// <param name="Spoken">What it says; null when it takes one back.</param>
    internal sealed record Read(string? Id, Spoken? Spoken, string Language);
}

using System.Text.Json.Nodes;
using Deliberation.Web.Platform.Mail;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>The canonical addresses of this instance's FHIR resources.</summary>
internal sealed class FhirAddresses(PublicAddress site)
{
    public const string Root = "/api/v1/fhir";
    public const string QuestionnaireId = "retour";

    /// <summary>Grows when a question changes; a response may name it after a <c>|</c>.</summary>
    public const string Version = "1.0.0";

    public string Base => site.Of(Root);

    public string Questionnaire => $"{Base}/Questionnaire/{QuestionnaireId}";

    /// <summary>Where the follow code stands in an answer.</summary>
    public string FollowCode => $"{Base}/StructureDefinition/follow-code";

    /// <summary>Where the emergency numbers stand, when the words tell of a danger.</summary>
    public string Emergency => $"{Base}/StructureDefinition/emergency";

    public string Response(string number) => $"{Base}/QuestionnaireResponse/{number}";

    /// <summary>The codes of the choices of one question.</summary>
    public string CodesOf(string linkId) => $"{Base}/CodeSystem/{linkId}";

    public bool IsQuestionnaire(string? canonical) =>
        canonical == Questionnaire || canonical == $"{Questionnaire}|{Version}";

    /// <summary>What is known here of a response: never its answers.</summary>
    /// <param name="code">By which its author follows it; null when it is not told.</param>
    /// <param name="emergency">What an author in danger must read; null when the words tell of none.</param>
    public JsonObject Known(string number, string status, string? code = null, Emergency? emergency = null)
    {
        var resource = new JsonObject { ["resourceType"] = "QuestionnaireResponse", ["id"] = number };
        var extensions = new JsonArray();
        if (code is not null)
        {
            extensions.Add(new JsonObject { ["url"] = FollowCode, ["valueString"] = code });
        }

        if (emergency is not null)
        {
            extensions.Add(Say(emergency));
        }

        if (extensions.Count > 0)
        {
            resource["extension"] = extensions;
        }

        resource["questionnaire"] = $"{Questionnaire}|{Version}";
        resource["status"] = status;
        return resource;
    }

    private JsonObject Say(Emergency emergency) =>
        new()
        {
            ["url"] = Emergency,
            ["extension"] = new JsonArray([
                new JsonObject { ["url"] = "message", ["valueString"] = emergency.Warning },
                .. emergency.Numbers.Select(one => new JsonObject
                {
                    ["url"] = "number",
                    ["extension"] = new JsonArray(
                        new JsonObject
                        {
                            ["url"] = "contact",
                            ["valueContactPoint"] = new JsonObject
                            {
                                ["system"] = one.IsByMessage ? "sms" : "phone",
                                ["value"] = one.Number,
                            },
                        },
                        new JsonObject { ["url"] = "purpose", ["valueString"] = one.For }
                    ),
                }),
            ]),
        };
}

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

    public string Response(string number) => $"{Base}/QuestionnaireResponse/{number}";

    /// <summary>The codes of the choices of one question.</summary>
    public string CodesOf(string linkId) => $"{Base}/CodeSystem/{linkId}";

    public bool IsQuestionnaire(string? canonical) =>
        canonical == Questionnaire || canonical == $"{Questionnaire}|{Version}";

    /// <summary>What is known here of a response: never its answers.</summary>
    /// <param name="code">By which its author follows it; null when it is not told.</param>
    public JsonObject Known(string number, string status, string? code)
    {
        var resource = new JsonObject { ["resourceType"] = "QuestionnaireResponse", ["id"] = number };
        if (code is not null)
        {
            resource["extension"] = new JsonArray(
                new JsonObject { ["url"] = FollowCode, ["valueString"] = code }
            );
        }

        resource["questionnaire"] = $"{Questionnaire}|{Version}";
        resource["status"] = status;
        return resource;
    }
}

using System.Text.Json.Nodes;
using Deliberation.Web.Features.Respond.Partners;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>How a FHIR door says no: an OperationOutcome (https://hl7.org/fhir/R4/operationoutcome.html).</summary>
internal static class FhirOutcome
{
    public const string ContentType = "application/fhir+json";

    public static IResult Of(Refusal refusal) =>
        Results.Text(Resource(refusal).ToJsonString(), ContentType, statusCode: refusal.Status);

    /// <summary>The resource: an issue for each refusal.</summary>
    public static JsonObject Resource(params IEnumerable<Refusal> refusals) =>
        new()
        {
            ["resourceType"] = "OperationOutcome",
            ["issue"] = new JsonArray([.. refusals.Select(refusal => (JsonNode)Issue(refusal))]),
        };

    private static JsonObject Issue(Refusal refusal)
    {
        var issue = new JsonObject
        {
            ["severity"] = "error",
            ["code"] = refusal.Kind ?? KindOf(refusal.Status),
            ["diagnostics"] = refusal.Detail,
        };
        if (refusal.Place is { } place)
        {
            issue["expression"] = new JsonArray(place);
        }

        if (refusal.Code is { } rule)
        {
            issue["details"] = new JsonObject { ["text"] = rule };
        }

        return issue;
    }

    // From the codes of https://hl7.org/fhir/R4/valueset-issue-type.html.
    private static string KindOf(int status) =>
        status switch
        {
            StatusCodes.Status400BadRequest => "structure",
            StatusCodes.Status401Unauthorized => "login",
            StatusCodes.Status403Forbidden => "forbidden",
            StatusCodes.Status404NotFound => "not-found",
            StatusCodes.Status405MethodNotAllowed or StatusCodes.Status415UnsupportedMediaType =>
                "not-supported",
            StatusCodes.Status409Conflict => "conflict",
            StatusCodes.Status413PayloadTooLarge => "too-long",
            StatusCodes.Status422UnprocessableEntity => "business-rule",
            StatusCodes.Status429TooManyRequests => "throttled",
            StatusCodes.Status503ServiceUnavailable => "transient",
            _ => "exception",
        };
}

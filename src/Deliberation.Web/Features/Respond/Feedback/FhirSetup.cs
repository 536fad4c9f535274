using System.Text.Json.Nodes;
using Deliberation.Web.Features.Respond.Partners;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>The FHIR R4 (4.0.1) door: what it can do, its questionnaire, and the responses it takes.</summary>
internal static class FhirSetup
{
    public static void AddFhir(this IServiceCollection services)
    {
        services.AddTransient<FhirAddresses>();
        services.AddTransient<FhirCheck>();
        services.AddTransient<FhirResponse>();
        services.AddTransient<FhirQuestionnaire>();
        services.AddTransient<FhirApi>();
        services.AddTransient<FhirBundle>();
        services.AddTransient<FhirBundleApi>();
    }

    public static void MapFhir(this IEndpointRouteBuilder app)
    {
        app.MapGet(
                $"{FhirAddresses.Root}/metadata",
                (FhirAddresses addresses) => Resource(Capability(addresses))
            )
            .AllowAnonymous()
            .WithTags("FHIR")
            .WithSummary("What this FHIR R4 door can do: a CapabilityStatement");
        app.MapGet(
                $"{FhirAddresses.Root}/Questionnaire/{FhirAddresses.QuestionnaireId}",
                (FhirQuestionnaire questionnaire) => Resource(questionnaire.Write())
            )
            .AllowAnonymous()
            .WithTags("FHIR")
            .WithSummary("The questions of the form, in French and English");
        app.MapPost(FhirAddresses.Root, (FhirBundleApi api, HttpContext context) => api.PostAsync(context))
            .RequireAuthorization(PartnersSetup.GivesFeedback)
            .WithTags("FHIR")
            .WithSummary("A Bundle of up to 100 such responses: a batch, or a transaction");
        app.MapPost(
                $"{FhirAddresses.Root}/QuestionnaireResponse",
                (FhirApi api, HttpContext context) => api.PostAsync(context)
            )
            .RequireAuthorization(PartnersSetup.GivesFeedback)
            .WithTags("FHIR")
            .WithSummary(
                "A completed response to our questionnaire, without anything that says who answered"
            );
        app.MapPut(
                $"{FhirAddresses.Root}/QuestionnaireResponse/{{id}}",
                (FhirApi api, HttpContext context, string id) => api.PutAsync(context, id)
            )
            .RequireAuthorization(PartnersSetup.GivesFeedback)
            .WithTags("FHIR")
            .WithSummary("Takes back a response, by the key that brought it: entered-in-error");
    }

    private static IResult Resource(JsonObject resource) =>
        Results.Text(resource.ToJsonString(), FhirOutcome.ContentType);

    private static JsonObject Capability(FhirAddresses addresses) =>
        new()
        {
            ["resourceType"] = "CapabilityStatement",
            ["status"] = "active",
            ["date"] = "2026-11-23",
            ["kind"] = "instance",
            ["software"] = new JsonObject { ["name"] = "HealthSpace" },
            ["implementation"] = new JsonObject
            {
                ["description"] =
                    "Users’ feedback on their health space, without anything that identifies them",
                ["url"] = addresses.Base,
            },
            ["fhirVersion"] = "4.0.1",
            ["format"] = new JsonArray("json", FhirOutcome.ContentType),
            ["rest"] = new JsonArray(
                new JsonObject
                {
                    ["mode"] = "server",
                    ["security"] = new JsonObject
                    {
                        ["description"] = "Authorization: Bearer, with a key that an administrator made",
                    },
                    ["resource"] = new JsonArray(
                        Supported("Questionnaire", "read"),
                        Supported("QuestionnaireResponse", "create", "update")
                    ),
                    ["interaction"] = Interactions("batch", "transaction"),
                }
            ),
        };

    private static JsonObject Supported(string type, params string[] interactions) =>
        new() { ["type"] = type, ["interaction"] = Interactions(interactions) };

    private static JsonArray Interactions(params IEnumerable<string> codes) =>
        new([.. codes.Select(code => (JsonNode)new JsonObject { ["code"] = code })]);
}

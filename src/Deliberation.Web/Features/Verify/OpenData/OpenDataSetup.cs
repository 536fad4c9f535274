using Deliberation.Web.Features.Respond.Feedback;
using Deliberation.Web.Features.Respond.Partners;
using Deliberation.Web.Platform.Caching;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;

namespace Deliberation.Web.Features.Verify.OpenData;

/// <summary>The public data's machinery: validators, schemas, and the description of the API.</summary>
internal static class OpenDataSetup
{
    public static IServiceCollection AddOpenData(this IServiceCollection services)
    {
        services.AddScoped<DataVersion>();
        services.AddOpenApi("v1", Describe);
        return services;
    }

    public static void MapOpenData(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi("/api/{documentName}/openapi.json").AllowAnonymous().SameForEveryone();
        MapSchema(app, "suivi", TreatmentSchema.File);
        MapSchema(app, "reponses", AnswerSchema.File);
        MapSchema(app, "echeances", DeadlineSchema.File);
        MapSchema(app, "appreciations", VerdictSchema.File);
        MapSchema(app, "retours", FeedbackSchema.File);
        MapSchema(app, "retours-chiffres", FeedbackSchema.CountsFile);
        MapSchema(app, "sujets", SubjectSchema.File);
    }

    private static void MapSchema(IEndpointRouteBuilder app, string table, Func<object> file) =>
        app.MapGet($"/donnees/schemas/{table}.json", () => Results.Json(file(), OpenJson.Options))
            .AllowAnonymous()
            .SameForEveryone()
            .ExcludeFromDescription();

    /// <summary>What is wrong with a request to the API is told as a problem document (RFC 9457), not as a page.</summary>
    public static IApplicationBuilder UseApiProblems(this IApplicationBuilder app) =>
        app.UseWhen(
            context => Platform.Security.FailureHandler.IsApi(context.Request),
            api => api.UseStatusCodePages(SayAsync)
        );

    private static Task SayAsync(StatusCodeContext context)
    {
        var (request, status) = (context.HttpContext.Request, context.HttpContext.Response.StatusCode);
        var detail = ReasonPhrases.GetReasonPhrase(status);
        return DoorAnswers.IsFhir(request)
            ? FhirOutcome.Of(new Refusal(status, detail)).ExecuteAsync(context.HttpContext)
            : Results.Problem(statusCode: status).ExecuteAsync(context.HttpContext);
    }

    private static void Describe(OpenApiOptions options)
    {
        options.ShouldInclude = description =>
            description.RelativePath is { } path
            && (
                path.StartsWith("api/v1/", StringComparison.Ordinal)
                || path.EndsWith(".json", StringComparison.Ordinal)
            );
        options.AddDocumentTransformer(
            (document, _, _) =>
            {
                document.Info.Title = "HealthSpace";
                document.Info.Version = "v1";
                document.Info.Description =
                    "Public data of the deliberation, under the Etalab 2.0 open licence.";
                document.Components ??= new OpenApiComponents();
                document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(
                    StringComparer.Ordinal
                );
                document.Components.SecuritySchemes[PartnersSetup.GivesFeedback] = new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.Http,
                    Scheme = "bearer",
                    Description = "A partner's key with the scope feedback:write, made by an administrator",
                };
                return Task.CompletedTask;
            }
        );
    }
}

using Deliberation.Web.Features.Respond.Partners;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>The doors for programs, and how the OpenAPI document tells of them.</summary>
internal static class FeedbackApiDescription
{
    public static void MapFeedbackApi(this IEndpointRouteBuilder app)
    {
        Describe<FeedbackDocument.Request>(
                app.MapPost(
                    "/api/v1/feedback",
                    (FeedbackApi api, HttpContext context) => api.PostAsync(context)
                ),
                "GiveFeedback",
                "What a patient says, masked before it is kept; answers the number and the code to follow it"
            )
            .Produces<FeedbackDocument.Answer>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        Describe<FeedbackDocument.Batch>(
                app.MapPost(
                    "/api/v1/feedback/batch",
                    (FeedbackApi api, HttpContext context) => api.PostBatchAsync(context)
                ),
                "GiveFeedbackTogether",
                "Up to 100 feedbacks; each is kept or refused by itself, and told so in its place"
            )
            .Produces<FeedbackDocument.BatchAnswer>();
    }

    private static RouteHandlerBuilder Describe<TDocument>(
        RouteHandlerBuilder door,
        string name,
        string summary
    ) =>
        door.RequireAuthorization(PartnersSetup.GivesFeedback)
            .WithName(name)
            .WithTags("Feedback")
            .WithSummary(summary)
            .AddOpenApiOperationTransformer(DescribeRequestAsync<TDocument>)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);

    // Said by hand: to tell the router what is accepted would have it refuse the rest, without a word to the sender.
    private static async Task DescribeRequestAsync<TDocument>(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        var schema = await context.GetOrCreateSchemaAsync(
            typeof(TDocument),
            cancellationToken: cancellationToken
        );
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/json"] = new() { Schema = schema },
            },
        };
        operation.Parameters =
        [
            new OpenApiParameter
            {
                Name = ProgramDoor.NameHeader,
                In = ParameterLocation.Header,
                Description =
                    "A name for this sending: sent again within 48 hours, the same document is kept once and answered the same; another document is 409",
                Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    MinLength = 1,
                    MaxLength = 255,
                },
            },
        ];
        operation.Security =
        [
            new()
            {
                [new OpenApiSecuritySchemeReference(PartnersSetup.GivesFeedback, context.Document)] = [],
            },
        ];
    }
}

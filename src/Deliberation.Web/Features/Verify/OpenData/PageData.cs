using System.Text.Json;
using System.Text.Json.Serialization;
using Deliberation.Web.Platform.Caching;

namespace Deliberation.Web.Features.Verify.OpenData;

/// <summary>A public page as data, at the page’s own address followed by <c>.json</c>: what it shows, and nothing else.</summary>
internal static class PageData
{
    private static readonly JsonSerializerOptions Format = new(OpenJson.Options)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static RouteHandlerBuilder MapPageData(
        this IEndpointRouteBuilder app,
        string address,
        Delegate read,
        string summary
    ) =>
        app.MapGet(address, read)
            .AllowAnonymous()
            .SameForEveryone()
            .WithTags("Pages")
            .WithSummary(summary)
            .Produces(StatusCodes.Status200OK, contentType: "application/json")
            .ProducesProblem(StatusCodes.Status404NotFound);

    /// <summary>404 when there is nothing.</summary>
    public static IResult Answer(HttpContext context, object? data)
    {
        context.Response.Headers.AccessControlAllowOrigin = "*";
        return data is null ? Results.NotFound() : Results.Json(data, Format);
    }

    /// <summary>Pages are counted from 1; an absurd number is brought back to the nearest.</summary>
    public static int PageNumber(int? asked) => Math.Clamp(asked ?? 1, 1, 10_000);
}

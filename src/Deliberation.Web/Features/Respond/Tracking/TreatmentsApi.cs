using System.ComponentModel;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Features.Verify.OpenData;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>The tracker for programs: the same rows and filters as the page, page by page.</summary>
internal static class TreatmentsApi
{
    private const int MostPerPage = 500;

    public static void MapTreatmentsApi(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/v1/treatments", ListAsync)
            .AllowAnonymous()
            .WithName("ListTreatments")
            .WithTags("Treatments")
            .WithSummary("Published propositions with their latest answer")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        app.MapGet("/suivi.json", ListAsync)
            .AllowAnonymous()
            .WithTags("Pages")
            .WithSummary(
                "Published propositions with their latest answer, as on the page and with its filters"
            )
            .ProducesProblem(StatusCodes.Status400BadRequest);
        app.MapGet("/api/v1/opinions/{slug}/treatments", OpinionAsync)
            .AllowAnonymous()
            .WithName("GetOpinionTreatments")
            .WithTags("Treatments")
            .WithSummary("One opinion: its scale of statuses and every answer ever given")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<
        Results<JsonHttpResult<TreatmentSlice>, EmptyHttpResult, ProblemHttpResult>
    > ListAsync(
        HttpContext context,
        [AsParameters] TreatmentFilter filter,
        TreatmentList treatments,
        DataVersion version,
        CancellationToken cancellationToken,
        [Description("From 1.")] [FromQuery(Name = "p")] int page = 1,
        [Description("At most 500.")] [FromQuery(Name = "taille")] int size = 50
    )
    {
        if (page < 1 || size is < 1 or > MostPerPage)
        {
            return TypedResults.Problem(
                "p starts at 1; taille is between 1 and 500.",
                statusCode: StatusCodes.Status400BadRequest
            );
        }

        var day = treatments.DayOf(filter);
        if (day.Problem is not null)
        {
            return TreatmentFiles.NoSuchDay();
        }

        if (await version.IsKnownAsync(context, cancellationToken))
        {
            return TypedResults.Empty;
        }

        var list = await treatments.PageAsync(filter, page, cancellationToken, size);
        var site = TreatmentFiles.Site(context.Request);
        var records =
            page > list.Pages ? [] : list.Rows.Select(row => TreatmentRecord.Of(row, day.Day, site)).ToList();
        return TypedResults.Json(
            new TreatmentSlice(page, size, list.Pages, list.Total, OpenLicence.Name, records),
            OpenJson.Options
        );
    }

    private static async Task<
        Results<JsonHttpResult<OpinionRecord>, EmptyHttpResult, ProblemHttpResult>
    > OpinionAsync(
        string slug,
        HttpContext context,
        OpinionRecords records,
        TreatmentList treatments,
        DataVersion version,
        CancellationToken cancellationToken,
        [Description("A past day, as 2022-01-10: the state when it ended in Paris.")]
        [FromQuery(Name = ShownDay.Key)]
            string? on = null
    )
    {
        var day = ShownDay.Read(on, treatments.Today);
        if (day.Problem is not null)
        {
            return TreatmentFiles.NoSuchDay();
        }

        var site = TreatmentFiles.Site(context.Request);
        if (await records.FindAsync(slug, day, site, cancellationToken) is not { } opinion)
        {
            return TypedResults.Problem("No such opinion.", statusCode: StatusCodes.Status404NotFound);
        }

        return await version.IsKnownAsync(context, cancellationToken)
            ? TypedResults.Empty
            : TypedResults.Json(opinion, OpenJson.Options);
    }
}

/// <summary>One page of treatments.</summary>
internal sealed record TreatmentSlice(
    int Page,
    int Size,
    int Pages,
    int Total,
    string Licence,
    IReadOnlyList<TreatmentRecord> Treatments
);

using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Features.Verify.OpenData;
using Deliberation.Web.Platform.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>The tracker as files, at the addresses of its pages.</summary>
internal static class TreatmentFiles
{
    public static void MapTreatmentFiles(this IEndpointRouteBuilder app)
    {
        app.MapGet("/suivi.csv", ListAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/suivi/{avis}.csv", OpinionCsvAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/suivi/{avis}.json", OpinionJsonAsync).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> ListAsync(
        HttpContext context,
        [AsParameters] TreatmentFilter filter,
        TreatmentList treatments,
        DataVersion version,
        CancellationToken cancellationToken
    )
    {
        if (treatments.DayOf(filter).Problem is not null)
        {
            return NoSuchDay();
        }

        if (!await version.IsKnownAsync(context, cancellationToken))
        {
            await WriteAsync(context, "suivi", filter, treatments);
        }

        return Results.Empty;
    }

    private static async Task<IResult> OpinionCsvAsync(
        string avis,
        [FromQuery(Name = ShownDay.Key)] string? on,
        HttpContext context,
        DeliberationDb db,
        TreatmentList treatments,
        DataVersion version,
        CancellationToken cancellationToken
    )
    {
        if (!await db.Set<OpinionTracker>().AnyAsync(tracker => tracker.Slug == avis, cancellationToken))
        {
            return Results.NotFound();
        }

        var filter = new TreatmentFilter { Opinion = avis, On = on };
        if (treatments.DayOf(filter).Problem is not null)
        {
            return NoSuchDay();
        }

        if (!await version.IsKnownAsync(context, cancellationToken))
        {
            await WriteAsync(context, $"suivi-{avis}", filter, treatments);
        }

        return Results.Empty;
    }

    private static async Task<IResult> OpinionJsonAsync(
        string avis,
        [FromQuery(Name = ShownDay.Key)] string? on,
        HttpContext context,
        OpinionRecords records,
        TreatmentList treatments,
        DataVersion version,
        CancellationToken cancellationToken
    )
    {
        var day = ShownDay.Read(on, treatments.Today);
        if (day.Problem is not null)
        {
            return NoSuchDay();
        }

        var site = Site(context.Request);
        if (await records.FindAsync(avis, day, site, cancellationToken) is not { } opinion)
        {
            return Results.NotFound();
        }

        return await version.IsKnownAsync(context, cancellationToken)
            ? Results.Empty
            : Results.Json(opinion, OpenJson.Options);
    }

    public static string Site(HttpRequest request) => $"{request.Scheme}://{request.Host}";

    /// <summary>The answer to a day that cannot be shown.</summary>
    public static ProblemHttpResult NoSuchDay() =>
        TypedResults.Problem(
            "au is a day that is not to come, written 2022-01-10.",
            statusCode: StatusCodes.Status400BadRequest
        );

    private static Task WriteAsync(
        HttpContext context,
        string name,
        TreatmentFilter filter,
        TreatmentList treatments
    )
    {
        var (day, site) = (treatments.DayOf(filter), Site(context.Request));
        var fileName = day.IsPast ? $"{name}-au-{day.Written}.csv" : $"{name}.csv";
        var header = TreatmentSchema.Fields.Select(field => field.Name);
        var rows = treatments.StreamAsync(filter).Select(row => TreatmentRecord.Of(row, day.Day, site).Cells);
        return SafeCsv.WriteAsync(context.Response, fileName, header, rows);
    }
}

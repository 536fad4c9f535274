using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Features.Verify.OpenData;
using Deliberation.Web.Platform.Persistence;
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

    private static async Task ListAsync(
        HttpContext context,
        [AsParameters] TreatmentFilter filter,
        TreatmentList treatments,
        DataVersion version,
        CancellationToken cancellationToken
    )
    {
        if (!await version.IsKnownAsync(context, cancellationToken))
        {
            await WriteAsync(context, "suivi.csv", filter, treatments);
        }
    }

    private static async Task<IResult> OpinionCsvAsync(
        string avis,
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

        if (!await version.IsKnownAsync(context, cancellationToken))
        {
            var filter = new TreatmentFilter { Opinion = avis };
            await WriteAsync(context, $"suivi-{avis}.csv", filter, treatments);
        }

        return Results.Empty;
    }

    private static async Task<IResult> OpinionJsonAsync(
        string avis,
        HttpContext context,
        OpinionRecords records,
        DataVersion version,
        CancellationToken cancellationToken
    )
    {
        if (await records.FindAsync(avis, Site(context.Request), cancellationToken) is not { } opinion)
        {
            return Results.NotFound();
        }

        return await version.IsKnownAsync(context, cancellationToken)
            ? Results.Empty
            : Results.Json(opinion, OpenJson.Options);
    }

    public static string Site(HttpRequest request) => $"{request.Scheme}://{request.Host}";

    private static Task WriteAsync(
        HttpContext context,
        string fileName,
        TreatmentFilter filter,
        TreatmentList treatments
    )
    {
        var (today, site) = (treatments.Today, Site(context.Request));
        var header = TreatmentSchema.Fields.Select(field => field.Name);
        var rows = treatments.StreamAsync(filter).Select(row => TreatmentRecord.Of(row, today, site).Cells);
        return SafeCsv.WriteAsync(context.Response, fileName, header, rows);
    }
}

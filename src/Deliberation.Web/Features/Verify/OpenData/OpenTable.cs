using Deliberation.Web.Features.Respond.Tracking;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Verify.OpenData;

/// <summary>One line of a table: its members in JSON, its cells in CSV, in the order of the schema.</summary>
internal interface IOpenLine
{
    object?[] Cells();
}

/// <summary>A table at two addresses: whole as CSV, page by page as JSON; neither is sent again to who has it.</summary>
/// <param name="Name">Its file, without an ending.</param>
/// <param name="Rows">In an order that leaves no two rows equal.</param>
/// <param name="Line">What is told of a row, on the site of this address.</param>
internal sealed record OpenTable<TRow, TLine>(
    string Name,
    IReadOnlyList<SchemaField> Fields,
    Func<DeliberationDb, IQueryable<TRow>> Rows,
    Func<TRow, string, TLine> Line
)
    where TLine : IOpenLine
{
    public void MapCsv(IEndpointRouteBuilder app) =>
        app.MapGet($"/{Name}.csv", CsvAsync).AllowAnonymous().ExcludeFromDescription();

    public void MapJson(IEndpointRouteBuilder app, string summary) =>
        app.MapGet($"/{Name}.json", JsonAsync)
            .AllowAnonymous()
            .WithTags("Pages")
            .WithSummary(summary)
            .Produces(StatusCodes.Status200OK, contentType: "application/json");

    private async Task<IResult> CsvAsync(
        HttpContext context,
        DeliberationDb db,
        DataVersion version,
        CancellationToken cancellationToken
    )
    {
        if (!await version.IsKnownAsync(context, cancellationToken))
        {
            var site = TreatmentFiles.Site(context.Request);
            await SafeCsv.WriteAsync(
                context.Response,
                $"{Name}.csv",
                Fields.Select(field => field.Name),
                Rows(db).AsAsyncEnumerable().Select(row => Line(row, site).Cells())
            );
        }

        return Results.Empty;
    }

    private async Task<IResult> JsonAsync(
        int? p,
        HttpContext context,
        DeliberationDb db,
        DataVersion version,
        CancellationToken cancellationToken
    )
    {
        if (await version.IsKnownAsync(context, cancellationToken))
        {
            return Results.Empty;
        }

        var site = TreatmentFiles.Site(context.Request);
        var slice = await DataSlice.ReadAsync(Rows(db), p, row => Line(row, site), cancellationToken);
        return Results.Json(slice, OpenJson.Options);
    }
}

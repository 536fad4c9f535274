using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Features.Verify.OpenData;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>Every due day ever set, moved or suspended, as a file that only grows; the oldest first.</summary>
internal static class DeadlineLog
{
    public static void MapDeadlineLog(this IEndpointRouteBuilder app)
    {
        app.MapGet("/echeances.csv", CsvAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/echeances.json", JsonAsync)
            .AllowAnonymous()
            .WithTags("Pages")
            .WithSummary("Every due day ever set, moved or suspended")
            .Produces(StatusCodes.Status200OK, contentType: "application/json");
    }

    private static async Task<IResult> CsvAsync(
        HttpContext context,
        DeliberationDb db,
        DataVersion version,
        CancellationToken cancellationToken
    )
    {
        if (!await version.IsKnownAsync(context, cancellationToken))
        {
            await SafeCsv.WriteAsync(
                context.Response,
                "echeances.csv",
                DeadlineSchema.Fields.Select(field => field.Name),
                Set(db).AsAsyncEnumerable().Select(row => row.Line().Cells())
            );
        }

        return Results.Empty;
    }

    private static async Task<IResult> JsonAsync(
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

        var slice = await DataSlice.ReadAsync(Set(db), p, row => row.Line(), cancellationToken);
        return Results.Json(slice, OpenJson.Options);
    }

    private static IQueryable<Row> Set(DeliberationDb db) =>
        from expectation in db.Set<Expectation>().AsNoTracking()
        join treatment in db.Set<Treatment>() on expectation.TreatmentId equals treatment.Id
        join opinion in db.Set<OpinionTracker>() on treatment.OpinionId equals opinion.Id
        orderby expectation.At, treatment.Reference, expectation.Number
        select new Row
        {
            Expectation = expectation,
            Reference = treatment.Reference,
            Opinion = opinion.Reference,
        };

    private sealed class Row
    {
        public required Expectation Expectation { get; init; }
        public required string Reference { get; init; }
        public required string Opinion { get; init; }

        public DeadlineLine Line() =>
            new(
                Reference,
                Opinion,
                Expectation.Number,
                Iso.Moment(Expectation.At),
                TreatmentRecord.Code<ExpectationCause>(Expectation.Cause),
                Iso.Day(Expectation.DueOn),
                Expectation.Basis.Length == 0 ? null : Expectation.Basis,
                Iso.Day(Expectation.SuspendedOn),
                Iso.Day(Expectation.HeldOn)
            );
    }
}

/// <summary>One due day as data: columns, members and fields in this order.</summary>
internal sealed record DeadlineLine(
    string Reference,
    string Opinion,
    int Number,
    string At,
    string Cause,
    string? DueOn,
    string? Basis,
    string? SuspendedOn,
    string? HeldOn
)
{
    public object?[] Cells() => [Reference, Opinion, Number, At, Cause, DueOn, Basis, SuspendedOn, HeldOn];
}

using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Features.Verify.OpenData;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>Every due day ever set, moved or suspended, as a file that only grows; the oldest first.</summary>
internal static class DeadlineLog
{
    private static readonly OpenTable<Row, DeadlineLine> Table = new(
        "echeances",
        DeadlineSchema.Fields,
        Set,
        (row, _) => row.Line()
    );

    public static void MapDeadlineLog(this IEndpointRouteBuilder app)
    {
        Table.MapCsv(app);
        Table.MapJson(app, "Every due day ever set, moved or suspended");
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
) : IOpenLine
{
    public object?[] Cells() => [Reference, Opinion, Number, At, Cause, DueOn, Basis, SuspendedOn, HeldOn];
}

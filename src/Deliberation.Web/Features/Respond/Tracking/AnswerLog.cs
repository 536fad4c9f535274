using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Features.Verify.OpenData;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>Every answer ever given, as a file that only grows; the oldest first.</summary>
internal static class AnswerLog
{
    private static readonly OpenTable<Row, AnswerLine> Table = new(
        "reponses",
        AnswerSchema.Fields,
        Given,
        (row, site) => row.Line(site)
    );

    public static void MapAnswerLog(this IEndpointRouteBuilder app)
    {
        Table.MapCsv(app);
        Table.MapJson(app, "Every answer ever given, in the order it was given");
    }

    private static IQueryable<Row> Given(DeliberationDb db) =>
        from update in db.Set<TreatmentUpdate>().AsNoTracking()
        join treatment in db.Set<Treatment>() on update.TreatmentId equals treatment.Id
        join opinion in db.Set<OpinionTracker>() on treatment.OpinionId equals opinion.Id
        join body in db.Set<Body>() on update.BodyId equals body.Id
        from status in db.Set<Status>()
            .Where(status =>
                EF.Property<Guid>(status, StatusMapping.OpinionId) == treatment.OpinionId
                && status.Code == update.Status
            )
        orderby update.At, treatment.Reference, update.Number
        select new Row
        {
            Update = update,
            Reference = treatment.Reference,
            Number = treatment.Number,
            Opinion = opinion.Reference,
            Slug = opinion.Slug,
            Body = body.Key,
            Category = status.Category,
        };

    private sealed class Row
    {
        public required TreatmentUpdate Update { get; init; }
        public required string Reference { get; init; }
        public required int Number { get; init; }
        public required string Opinion { get; init; }
        public required string Slug { get; init; }
        public required string Body { get; init; }
        public required StatusCategory Category { get; init; }

        public AnswerLine Line(string site) =>
            AnswerLine.Of(
                AnswerRecord.Of(Update, Body, Category),
                (Reference, Opinion, TreatmentRecord.Code<StatusCategory>(Category)),
                $"{site}/avis/{Slug}/propositions/{Number}#reponse-{Update.Number}"
            );
    }
}

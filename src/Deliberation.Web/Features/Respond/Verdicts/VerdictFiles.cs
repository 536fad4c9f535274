using Deliberation.Domain.Respond.Tracking;
using Deliberation.Domain.Respond.Verdicts;
using Deliberation.Web.Features.Respond.Tracking;
using Deliberation.Web.Features.Verify.OpenData;
using Deliberation.Web.Platform.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Verdicts;

/// <summary>The published results as files: all of them, and one with its reasons.</summary>
internal static class VerdictFiles
{
    private const int PageSize = 500;

    private static readonly OpenTable<PublishedRow, VerdictRecord> Table = new(
        "appreciations",
        VerdictSchema.Fields,
        Published,
        (row, site) => row.Record(site)
    );

    public static void MapVerdicts(this IEndpointRouteBuilder app)
    {
        Table.MapCsv(app);
        app.MapGet("/appreciations.json", JsonAsync)
            .AllowAnonymous()
            .WithTags("Pages")
            .WithSummary("What members said of each answer, once counted")
            .Produces(StatusCodes.Status200OK, contentType: "application/json");
        app.MapPageData(
            "/avis/{slug}/propositions/{number:int}/appreciations/{answer:int}.json",
            OneAsync,
            "What members said of one answer, with their reasons when enough of them spoke"
        );
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

        var page = PageData.PageNumber(p);
        var total = await Published(db).CountAsync(cancellationToken);
        var rows = await Published(db)
            .Skip((page - 1) * PageSize)
            .Take(PageSize)
            .ToListAsync(cancellationToken);
        var site = TreatmentFiles.Site(context.Request);
        return Results.Json(
            new
            {
                page,
                Pages = Math.Max(1, (total + PageSize - 1) / PageSize),
                total,
                Licence = OpenLicence.Name,
                Verdicts = rows.Select(row => row.Record(site)),
            },
            OpenJson.Options
        );
    }

    private static async Task<IResult> OneAsync(
        string slug,
        int number,
        int answer,
        int? p,
        HttpContext context,
        IMediator mediator,
        CancellationToken cancellationToken
    )
    {
        var page = PageData.PageNumber(p);
        var found = await mediator.Send(new Show.Query(slug, number, answer, page), cancellationToken);
        return PageData.Answer(
            context,
            found is null
                ? null
                : new
                {
                    found.Proposition.Reference,
                    Answer = answer,
                    ClosesOn = Iso.Day(found.Verdict.Round.LastDay),
                    ClosedAt = found.Verdict.Round.ClosedAt,
                    found.Verdict.Result,
                    found.Verdict.ByTheBody,
                    found.Verdict.Round.SecondAnswerDueOn,
                    page,
                    found.Pages,
                    found.Reasons,
                }
        );
    }

    private static IQueryable<PublishedRow> Published(DeliberationDb db) =>
        from round in db.Set<VerdictRound>().AsNoTracking()
        join treatment in db.Set<Treatment>() on round.TreatmentId equals treatment.Id
        join opinion in db.Set<OpinionTracker>() on treatment.OpinionId equals opinion.Id
        join update in db.Set<TreatmentUpdate>()
            on new { round.TreatmentId, Number = round.AnswerNumber } equals new
            {
                update.TreatmentId,
                update.Number,
            }
        where round.ClosedAt != null
        orderby opinion.Reference, treatment.Number, round.AnswerNumber
        select new PublishedRow
        {
            Round = round,
            Opinion = opinion.Reference,
            Slug = opinion.Slug,
            Number = treatment.Number,
            ByTheBody = update.Fidelity,
        };

    private sealed class PublishedRow
    {
        public required VerdictRound Round { get; init; }
        public required string Opinion { get; init; }
        public required string Slug { get; init; }
        public required int Number { get; init; }
        public required Fidelity? ByTheBody { get; init; }

        public VerdictRecord Record(string site) =>
            VerdictRecord.Of(Round, (Opinion, Slug), Number, ByTheBody, site);
    }
}

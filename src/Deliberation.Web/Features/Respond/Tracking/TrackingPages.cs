using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Features.Verify.OpenData;
using Deliberation.Web.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>The tracker’s public pages as data, each at its own address followed by <c>.json</c>.</summary>
internal static class TrackingPages
{
    public static void MapTrackingPages(this IEndpointRouteBuilder app)
    {
        app.MapPageData(
            "/suivi/sans-reponse.json",
            SilenceAsync,
            "Propositions that wait for a word, the longest wait first, and each body in figures"
        );
        app.MapPageData(
                "/suivi/{avis}/evolution.json",
                EvolutionAsync,
                "What moved in one opinion between the ends of two days"
            )
            .ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> SilenceAsync(
        [FromQuery(Name = "organisme")] string? body,
        int? p,
        HttpContext context,
        Unanswered unanswered,
        TreatmentList treatments,
        CancellationToken cancellationToken
    )
    {
        var list = await unanswered.PageAsync(body, PageData.PageNumber(p), cancellationToken);
        var figures = await unanswered.FiguresAsync(body, cancellationToken);
        var site = TreatmentFiles.Site(context.Request);
        return PageData.Answer(
            context,
            new
            {
                AsOf = treatments.Today,
                list.Page,
                list.Pages,
                list.Total,
                Licence = OpenLicence.Name,
                Propositions = list.Rows.Select(row => new
                {
                    SilentDays = row.Wait.DaysOn(treatments.Today),
                    Treatment = TreatmentRecord.Of(row, treatments.Today, site),
                }),
                Bodies = figures.Select(one => new
                {
                    Name = one.Body,
                    Propositions = one.Count,
                    one.Answered,
                    one.Late,
                    one.VeryLate,
                    FirstAnswers = one.Waits.Days.Count,
                    MedianDays = one.Waits.Median,
                    NineInTenDays = one.Waits.NineInTen,
                }),
            }
        );
    }

    private static async Task<IResult> EvolutionAsync(
        string avis,
        [FromQuery(Name = "de")] string? from,
        [FromQuery(Name = ShownDay.Key)] string? to,
        int? p,
        HttpContext context,
        DeliberationDb db,
        Moves moves,
        TreatmentList treatments,
        CancellationToken cancellationToken
    )
    {
        var tracker = await db.Set<OpinionTracker>()
            .AsNoTracking()
            .FirstOrDefaultAsync(tracker => tracker.Slug == avis, cancellationToken);
        if (tracker is null)
        {
            return Results.NotFound();
        }

        var days = ComparedDays.Read(from, to, tracker.OpenedAt, treatments.Today);
        if (days.Problem is not null)
        {
            return NotComparable();
        }

        var found = await moves.BetweenAsync(
            tracker,
            days.Start,
            days.End,
            PageData.PageNumber(p),
            cancellationToken
        );
        return PageData.Answer(
            context,
            new
            {
                tracker.Reference,
                From = days.First.Day,
                To = days.Last.Day,
                Propositions = found.Figures.Total,
                found.Figures.Changed,
                FirstAnswers = found.Figures.Answered,
                found.Figures.Withdrawn,
                found.Page,
                found.Pages,
                Licence = OpenLicence.Name,
                Moves = found.Moves.Select(move => new
                {
                    move.Reference,
                    move.Title,
                    Before = move.Before?.Code,
                    After = move.After?.Code,
                    AnsweredAt = Iso.Moment(move.At),
                }),
            }
        );
    }

    private static IResult NotComparable() =>
        TypedResults.Problem(
            "de and au are days that are not to come, written 2022-01-10, the first one first.",
            statusCode: StatusCodes.Status400BadRequest
        );
}

using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>Reads where institutions are silent, the longest silence first, and how fast each one first answers.</summary>
internal sealed class Unanswered(DeliberationDb db, TreatmentList treatments, TrackerTotals totals)
{
    /// <summary>Without a first answer, with a second one due, or with a promised update whose day has passed.</summary>
    public async Task<TreatmentPage> PageAsync(string? body, int page, CancellationToken cancellationToken)
    {
        var today = treatments.Today;
        var silent = Standings(body)
            .Where(standing =>
                standing.Answers == 0 || standing.OwesSecondAnswer || standing.ExpectedOn < today
            );
        var total = await silent.CountAsync(cancellationToken);
        var pages = Math.Max(1, (total + TreatmentList.PageSize - 1) / TreatmentList.PageSize);
        var current = Math.Clamp(page, 1, pages);
        var ids = await silent
            .OrderBy(standing => standing.Since)
            .ThenBy(standing => standing.Opinion)
            .ThenBy(standing => standing.Number)
            .Skip((current - 1) * TreatmentList.PageSize)
            .Take(TreatmentList.PageSize)
            .Select(standing => standing.TreatmentId)
            .ToListAsync(cancellationToken);
        var found = await treatments.ReadAsync(ids, before: null, cancellationToken);
        return new TreatmentPage(found, total, current, pages);
    }

    public Task<IReadOnlyList<BodyFigures>> FiguresAsync(string? body, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(body)
            ? totals.GetAsync("bodies", () => CountAsync(body, cancellationToken))
            : CountAsync(body, cancellationToken);

    private async Task<IReadOnlyList<BodyFigures>> CountAsync(
        string? body,
        CancellationToken cancellationToken
    )
    {
        var today = treatments.Today;
        var veryLate = Deadline.VeryLateWhenDueOn(today);
        var bodies = await (
            from figures in Standings(body)
                .GroupBy(standing => standing.BodyId)
                .Select(same => new
                {
                    BodyId = same.Key,
                    Count = same.Count(),
                    Answered = same.Count(standing => standing.Answers > 0),
                    Late = same.Count(standing => standing.ExpectedOn < today),
                    VeryLate = same.Count(standing => standing.ExpectedOn <= veryLate),
                })
            join named in db.Set<Body>() on figures.BodyId equals named.Id
            orderby named.Name
            select new { figures, named.Name }
        )
            .Take(200)
            .ToListAsync(cancellationToken);
        var waits = await WaitsAsync(body, cancellationToken);
        return
        [
            .. bodies.Select(one => new BodyFigures(
                one.Name,
                one.figures.Count,
                one.figures.Answered,
                one.figures.Late,
                one.figures.VeryLate,
                new FirstAnswerWaits([.. waits[one.figures.BodyId]])
            )),
        ];
    }

    // Nothing is owed to what was withdrawn.
    private IQueryable<KeptStanding> Standings(string? body) =>
        db.Standings(new ShownDay(treatments.Today, treatments.Today))
            .OfBody(db, body)
            .Where(standing => !standing.IsWithdrawn);

    private async Task<ILookup<Guid, int>> WaitsAsync(string? body, CancellationToken cancellationToken)
    {
        var answered = await Standings(body)
            .Where(standing => standing.FirstAnsweredAt != null)
            .Select(standing => new
            {
                standing.BodyId,
                standing.OpenedAt,
                standing.FirstAnsweredAt,
            })
            .ToListAsync(cancellationToken);
        return answered.ToLookup(
            answer => answer.BodyId,
            answer => FirstAnswerWaits.Between(answer.OpenedAt, answer.FirstAnsweredAt ?? answer.OpenedAt)
        );
    }
}

/// <summary>One body in figures: the propositions it is in charge of today.</summary>
internal sealed record BodyFigures(
    string Body,
    int Count,
    int Answered,
    int Late,
    int VeryLate,
    FirstAnswerWaits Waits
);

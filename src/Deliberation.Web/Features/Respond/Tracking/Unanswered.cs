using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>Reads where institutions are silent, the longest silence first, and how fast each one first answers.</summary>
internal sealed class Unanswered(DeliberationDb db, TreatmentList treatments)
{
    /// <summary>Without a first answer, with a second one due, or with a promised update whose day has passed.</summary>
    public async Task<TreatmentPage> PageAsync(string? body, int page, CancellationToken cancellationToken)
    {
        var today = treatments.Today;
        var rows = new TreatmentFilter { Body = body }
            .Apply(treatments.Rows(), today)
            .Where(row => row.Answers == 0 || row.OwesSecondAnswer || row.ExpectedOn < today);
        var total = await rows.CountAsync(cancellationToken);
        var pages = Math.Max(1, (total + TreatmentList.PageSize - 1) / TreatmentList.PageSize);
        var current = Math.Clamp(page, 1, pages);
        var found = await rows.OrderBy(row => row.AnsweredAt ?? row.OpenedAt)
            .ThenBy(row => row.Opinion)
            .ThenBy(row => row.Number)
            .Skip((current - 1) * TreatmentList.PageSize)
            .Take(TreatmentList.PageSize)
            .ToListAsync(cancellationToken);
        return new TreatmentPage(found, total, current, pages);
    }

    public async Task<IReadOnlyList<BodyFigures>> FiguresAsync(
        string? body,
        CancellationToken cancellationToken
    )
    {
        var today = treatments.Today;
        var veryLate = Deadline.VeryLateWhenDueOn(today);
        var bodies = await new TreatmentFilter { Body = body }
            .Apply(treatments.Rows(), today)
            .GroupBy(row => new { row.BodyId, row.BodyName })
            .Select(group => new
            {
                group.Key.BodyId,
                group.Key.BodyName,
                Count = group.Count(),
                Answered = group.Count(row => row.Answers > 0),
                Late = group.Count(row => row.ExpectedOn < today),
                VeryLate = group.Count(row => row.ExpectedOn <= veryLate),
            })
            .OrderBy(group => group.BodyName)
            .Take(200)
            .ToListAsync(cancellationToken);
        var waits = await WaitsAsync(cancellationToken);
        return
        [
            .. bodies.Select(one => new BodyFigures(
                one.BodyName,
                one.Count,
                one.Answered,
                one.Late,
                one.VeryLate,
                new FirstAnswerWaits([.. waits[one.BodyId]])
            )),
        ];
    }

    private async Task<ILookup<Guid, int>> WaitsAsync(CancellationToken cancellationToken)
    {
        var answered = await (
            from treatment in db.Set<Treatment>()
            join update in db.Set<TreatmentUpdate>() on treatment.Id equals update.TreatmentId
            where update.Number == 1
            select new
            {
                treatment.BodyId,
                treatment.OpenedAt,
                update.At,
            }
        ).ToListAsync(cancellationToken);
        return answered.ToLookup(
            answer => answer.BodyId,
            answer => FirstAnswerWaits.Between(answer.OpenedAt, answer.At)
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

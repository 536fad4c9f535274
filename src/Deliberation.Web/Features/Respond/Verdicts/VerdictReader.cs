using Deliberation.Domain.Respond.Tracking;
using Deliberation.Domain.Respond.Verdicts;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Verdicts;

/// <summary>Reads what the public may know of the members' verdicts.</summary>
internal sealed class VerdictReader(DeliberationDb db, TimeProvider clock)
{
    /// <summary>The verdicts on one proposition's answers, by the number of the answer.</summary>
    /// <param name="before">Leaves out what happened from this moment on.</param>
    public async Task<IReadOnlyDictionary<int, VerdictShown>> OfAsync(
        Guid treatmentId,
        DateTimeOffset? before,
        CancellationToken cancellationToken
    )
    {
        var now = before ?? clock.GetUtcNow();
        var found = await (
            from round in db.Set<VerdictRound>().AsNoTracking()
            join treatment in db.Set<Treatment>() on round.TreatmentId equals treatment.Id
            join opinion in db.Set<OpinionTracker>() on treatment.OpinionId equals opinion.Id
            join update in db.Set<TreatmentUpdate>()
                on new { round.TreatmentId, Number = round.AnswerNumber } equals new
                {
                    update.TreatmentId,
                    update.Number,
                }
            where round.TreatmentId == treatmentId && round.OpenedAt <= now
            select new
            {
                round,
                opinion.Slug,
                treatment.Number,
                update.Fidelity,
                IsAnswered = db.Set<TreatmentUpdate>()
                    .Any(next =>
                        next.TreatmentId == round.TreatmentId
                        && next.Number > round.AnswerNumber
                        && next.At <= now
                    ),
            }
        ).ToListAsync(cancellationToken);
        return found.ToDictionary(
            row => row.round.AnswerNumber,
            row => new VerdictShown(
                row.round,
                VerdictShown.AddressOf(row.Slug, row.Number, row.round.AnswerNumber),
                before is null || row.round.ClosedAt < before ? row.round.Result : null,
                row.round.ClosesAt <= now,
                row.IsAnswered,
                row.Fidelity
            )
        );
    }
}

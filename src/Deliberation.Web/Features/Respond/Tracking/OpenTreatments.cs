using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>
/// Opens the tracker of an opinion and a treatment per proposition, in the transaction that publishes it: whoever
/// publishes calls this, then saves. A corrected edition opens only what is new.
/// </summary>
internal sealed class OpenTreatments(
    DeliberationDb db,
    IOptions<FirstAnswerPromise> promise,
    TimeProvider clock
)
{
    /// <summary>What this instance promises: so many working days from that moment, and on what basis.</summary>
    public FirstAnswer PromisedBy(Body body)
    {
        var today = WorkingDays.DateInParis(clock.GetUtcNow());
        var dueOn = WorkingDays.Add(today, promise.Value.FirstAnswerWorkingDays);
        return new FirstAnswer(body, dueOn, promise.Value.Basis);
    }

    /// <param name="expected">The body in charge and its due date; <see cref="PromisedBy"/> gives the usual one.</param>
    public async Task AddAsync(
        TrackedOpinion opinion,
        IReadOnlyList<TreatedProposition> propositions,
        FirstAnswer expected,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        if (!await db.Set<OpinionTracker>().AnyAsync(known => known.Id == opinion.Id, cancellationToken))
        {
            db.Add(OpinionTracker.Open(opinion, StatusScheme.Default, now));
        }

        var known = await db.Set<Treatment>()
            .Where(treatment => treatment.OpinionId == opinion.Id)
            .Select(treatment => treatment.Reference)
            .ToListAsync(cancellationToken);
        foreach (var proposition in propositions.ExceptBy(known, proposition => proposition.Reference))
        {
            db.Add(Treatment.Open(Guid.CreateVersion7(now), proposition, expected, now));
        }
    }
}

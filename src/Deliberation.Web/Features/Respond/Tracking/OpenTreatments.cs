using Deliberation.Domain.Publish.Opinions;
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

    /// <summary>A corrected edition: what it leaves out is owed nothing more, what it takes back is owed an answer again.</summary>
    public async Task FollowAsync(Edition edition, FirstAnswer expected, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var numbers = edition.Propositions.Select(proposition => proposition.Number).ToHashSet();
        var known = await db.Set<Treatment>()
            .Where(treatment => treatment.OpinionId == edition.OpinionId)
            .ToListAsync(cancellationToken);
        foreach (var treatment in known)
        {
            if (numbers.Contains(treatment.Number))
            {
                treatment.Restore(edition.Number, expected, now);
            }
            else
            {
                treatment.Withdraw(edition.Number, edition.CorrectionNote, now);
            }
        }
    }
}

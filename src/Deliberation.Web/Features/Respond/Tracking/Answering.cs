using Deliberation.Domain;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>What every way of answering needs: the treatment and its scale, who speaks, and keeping an answer once.</summary>
internal sealed class Answering(DeliberationDb db)
{
    public async Task<AnsweredTreatment> FindAsync(string reference, CancellationToken cancellationToken) =>
        await WithScaleAsync(
            await Treatments().FirstAsync(treatment => treatment.Reference == reference, cancellationToken),
            cancellationToken
        );

    public async Task<AnsweredTreatment> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await WithScaleAsync(
            await Treatments().FirstAsync(treatment => treatment.Id == id, cancellationToken),
            cancellationToken
        );

    /// <exception cref="RuleBroken">They speak for nobody.</exception>
    public async Task<Body> SpeakerAsync(Guid agent, CancellationToken cancellationToken) =>
        await (
            from appointment in db.Set<Appointment>()
            join body in db.Set<Body>() on appointment.BodyId equals body.Id
            where
                appointment.PersonId == agent
                && appointment.Role == InstanceRole.Agent
                && appointment.EndedAt == null
            select body
        ).FirstOrDefaultAsync(cancellationToken)
        ?? throw new RuleBroken(TrackingRules.ABodyAnswersWhatItIsInChargeOf);

    /// <summary>Two forms sent at the same instant: the same one twice is one answer, another one is too late.</summary>
    /// <param name="answered">How many answers there were before this one.</param>
    public async Task KeepAsync(
        Treatment treatment,
        int answered,
        Guid key,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            var since = await db.Set<TreatmentUpdate>()
                .AsNoTracking()
                .Where(update => update.TreatmentId == treatment.Id && update.Number > answered)
                .Select(update => update.Key)
                .ToListAsync(cancellationToken);
            if (since.Count == 0)
            {
                throw;
            }

            if (!since.Contains(key))
            {
                throw new RuleBroken(TrackingRules.AnAnswerIsWrittenKnowingTheLast);
            }
        }
    }

    private IQueryable<Treatment> Treatments() => db.Set<Treatment>().Include(treatment => treatment.Updates);

    private async Task<AnsweredTreatment> WithScaleAsync(
        Treatment treatment,
        CancellationToken cancellationToken
    )
    {
        var tracker = await db.Set<OpinionTracker>()
            .FirstAsync(tracker => tracker.Id == treatment.OpinionId, cancellationToken);
        return new AnsweredTreatment(treatment, tracker);
    }
}

/// <summary>A treatment with its earlier answers, and the tracker of its opinion, which holds the scale.</summary>
internal sealed record AnsweredTreatment(Treatment Treatment, OpinionTracker Tracker);

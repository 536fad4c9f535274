using Deliberation.Domain;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Platform.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Tracking;

internal sealed partial class Answer
{
    /// <summary>One answer in the name of the body that <paramref name="By"/> speaks for; the same key answers once.</summary>
    /// <param name="Reference">The proposition's published name.</param>
    internal sealed record Command(Guid By, string Reference, TreatmentAnswer Content) : IRequest<int>;

    internal sealed class Handler(DeliberationDb db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        /// <returns>The number of the treatment's latest answer.</returns>
        public async Task<int> Handle(Command request, CancellationToken cancellationToken)
        {
            var treatment = await db.Set<Treatment>()
                .Include(treatment => treatment.Updates)
                .FirstAsync(treatment => treatment.Reference == request.Reference, cancellationToken);
            var tracker = await db.Set<OpinionTracker>()
                .FirstAsync(tracker => tracker.Id == treatment.OpinionId, cancellationToken);
            var speaker =
                await BodyOfAsync(request.By, cancellationToken)
                ?? throw new RuleBroken(TrackingRules.ABodyAnswersWhatItIsInChargeOf);

            var answered = treatment.AnswerCount;
            treatment.Answer(request.Content, speaker, tracker.Scheme, clock.GetUtcNow());
            await SaveAsync(treatment, answered, request.Content.Key, cancellationToken);
            return treatment.AnswerCount;
        }

        private async Task<Body?> BodyOfAsync(Guid agent, CancellationToken cancellationToken) =>
            await (
                from appointment in db.Set<Appointment>()
                join body in db.Set<Body>() on appointment.BodyId equals body.Id
                where
                    appointment.PersonId == agent
                    && appointment.Role == InstanceRole.Agent
                    && appointment.EndedAt == null
                select body
            ).FirstOrDefaultAsync(cancellationToken);

        /// <summary>Two forms sent at the same instant: the same one twice is one answer, another one is too late.</summary>
        private async Task SaveAsync(
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
    }
}

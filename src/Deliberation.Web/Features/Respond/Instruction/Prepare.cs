using Deliberation.Domain;
using Deliberation.Domain.Respond.Instruction;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Features.Respond.Tracking;
using Deliberation.Web.Platform.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Instruction;

/// <summary>Passes an answer on to be read by someone else, or passes it on again after it was sent back.</summary>
internal static class Prepare
{
    /// <summary>The same form twice prepares one answer.</summary>
    internal sealed record Command(Guid By, string Reference, TreatmentAnswer Content) : IRequest<Guid>;

    internal sealed class Handler(DeliberationDb db, Answering answering, TimeProvider clock)
        : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var (treatment, tracker) = await answering.FindAsync(request.Reference, cancellationToken);
            var speaker = await answering.SpeakerAsync(request.By, cancellationToken);
            var written = new AnswerInPlace(request.Content, treatment, speaker, tracker.Scheme);
            var now = clock.GetUtcNow();

            var prepared = await KnownAsync(written, cancellationToken);
            if (prepared is null)
            {
                prepared = PreparedAnswer.Prepare(Guid.CreateVersion7(now), request.By, written, now);
                db.Add(prepared);
            }
            else
            {
                prepared.WriteAgain(request.By, written, now);
            }

            return await KeepAsync(prepared, written, cancellationToken);
        }

        /// <summary>The one under way, or the one this very form became.</summary>
        private Task<PreparedAnswer?> KnownAsync(
            AnswerInPlace written,
            CancellationToken cancellationToken
        ) =>
            db.Set<PreparedAnswer>()
                .Include(answer => answer.Steps)
                .Where(answer =>
                    answer.TreatmentId == written.Treatment.Id && answer.BodyId == written.Speaker.Id
                )
                .Where(answer => answer.UnderWay != null || answer.Key == written.Answer.Key)
                .OrderByDescending(answer => answer.Key == written.Answer.Key)
                .FirstOrDefaultAsync(cancellationToken);

        private async Task<Guid> KeepAsync(
            PreparedAnswer prepared,
            AnswerInPlace written,
            CancellationToken cancellationToken
        )
        {
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return prepared.Id;
            }
            catch (DbUpdateException)
            {
                db.ChangeTracker.Clear();
                var known = await KnownAsync(written, cancellationToken);
                return known?.Key == written.Answer.Key
                    ? known.Id
                    : throw new RuleBroken(InstructionRules.APropositionHasOneAnswerUnderWay);
            }
        }
    }
}

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

    internal sealed class Handler(DeliberationDb db, Answering answering, TimeProvider clock)
        : IRequestHandler<Command, int>
    {
        /// <returns>The number of the treatment's latest answer.</returns>
        public async Task<int> Handle(Command request, CancellationToken cancellationToken)
        {
            try
            {
                return await AnswerAsync(request, cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                // The first answer to another proposition of the opinion began to use its scale at the same instant.
                db.ChangeTracker.Clear();
                return await AnswerAsync(request, cancellationToken);
            }
        }

        private async Task<int> AnswerAsync(Command request, CancellationToken cancellationToken)
        {
            var (treatment, tracker) = await answering.FindAsync(request.Reference, cancellationToken);
            var speaker = await answering.SpeakerAsync(request.By, cancellationToken);

            var answered = treatment.AnswerCount;
            treatment.Answer(request.Content, speaker, tracker.Use(), clock.GetUtcNow());
            await answering.KeepAsync(treatment, answered, request.Content.Key, cancellationToken);
            return treatment.AnswerCount;
        }
    }
}

using Deliberation.Domain.Respond.Tracking;
using MediatR;

namespace Deliberation.Web.Features.Respond.Tracking;

internal sealed partial class Answer
{
    /// <summary>One answer in the name of the body that <paramref name="By"/> speaks for; the same key answers once.</summary>
    /// <param name="Reference">The proposition's published name.</param>
    internal sealed record Command(Guid By, string Reference, TreatmentAnswer Content) : IRequest<int>;

    internal sealed class Handler(Answering answering, TimeProvider clock) : IRequestHandler<Command, int>
    {
        /// <returns>The number of the treatment's latest answer.</returns>
        public async Task<int> Handle(Command request, CancellationToken cancellationToken)
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

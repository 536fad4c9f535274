using Deliberation.Domain.Respond.Instruction;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Features.Respond.Tracking;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Instruction;

/// <summary>Makes a signed answer public: the answer, and that it was given, are kept together or not at all.</summary>
internal sealed class Publication(
    DeliberationDb db,
    Answering answering,
    Handling handling,
    TimeProvider clock
)
{
    /// <summary>Signs, and publishes when no later day is chosen.</summary>
    public Task<Guid> SignAsync(StepTaken step, DateOnly? effectiveOn, CancellationToken cancellationToken) =>
        handling.TakeAsync(
            step,
            async (answer, hand) =>
            {
                var now = clock.GetUtcNow();
                answer.Sign(hand, effectiveOn, now);
                if (answer.IsDue(now))
                {
                    await GiveAsync(answer, now, cancellationToken);
                }
            },
            cancellationToken
        );

    public async Task GiveAsync(
        PreparedAnswer answer,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var (treatment, tracker) = await answering.FindAsync(answer.TreatmentId, cancellationToken);
        var speaker = await db.Set<Body>().FirstAsync(body => body.Id == answer.BodyId, cancellationToken);

        var answered = treatment.AnswerCount;
        answer.Publish(treatment, speaker, tracker.Use(), now);
        await answering.KeepAsync(treatment, answered, answer.Key, cancellationToken);
    }
}

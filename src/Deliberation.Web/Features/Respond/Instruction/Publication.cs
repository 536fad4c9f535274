using Deliberation.Domain.Respond.Instruction;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Features.Respond.Tracking;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Instruction;

/// <summary>Makes a signed answer public: the answer, and that it was given, are kept together or not at all.</summary>
internal sealed class Publication(DeliberationDb db, Answering answering)
{
    public async Task GiveAsync(
        PreparedAnswer answer,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var (treatment, scheme) = await answering.FindAsync(answer.TreatmentId, cancellationToken);
        var speaker = await db.Set<Body>().FirstAsync(body => body.Id == answer.BodyId, cancellationToken);

        var answered = treatment.AnswerCount;
        answer.Publish(treatment, speaker, scheme, now);
        await answering.KeepAsync(treatment, answered, answer.Key, cancellationToken);
    }
}

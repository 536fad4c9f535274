using Deliberation.Domain.Publish.Opinions;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Domain.Respond.Verdicts;
using Deliberation.Web.Platform.Messaging;
using Deliberation.Web.Platform.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Verdicts;

/// <summary>
/// Opens the window in which members judge this answer, and closes the one on the answer before it. What was answered
/// elsewhere, and is only told here, is not judged.
/// </summary>
internal sealed class WhenAnswered(DeliberationDb db, VerdictCounting counting, TermsReader terms)
    : INotificationHandler<Happened<TreatmentAnswered>>
{
    public async Task Handle(Happened<TreatmentAnswered> notification, CancellationToken cancellationToken)
    {
        var answered = notification.Event;
        if (answered.ImportedFrom is not null)
        {
            return;
        }

        var judged = await (
            from treatment in db.Set<Treatment>()
            join opinion in db.Set<Opinion>() on treatment.OpinionId equals opinion.Id
            where treatment.Id == answered.TreatmentId
            select new
            {
                opinion.Id,
                opinion.SpaceId,
                opinion.SpaceSlug,
            }
        ).FirstOrDefaultAsync(cancellationToken);
        if (judged is null)
        {
            return;
        }

        var holding = await terms.HoldingAsync(
            judged.Id,
            (judged.SpaceId, judged.SpaceSlug),
            cancellationToken
        );
        await db.InOneTransactionAsync(
            () => OpenAsync(answered, judged.SpaceId, holding, cancellationToken),
            cancellationToken
        );
    }

    // A reaction may run twice, and the next answer may be told before this one.
    private async Task<bool> OpenAsync(
        TreatmentAnswered answered,
        Guid spaceId,
        VerdictTerms terms,
        CancellationToken cancellationToken
    )
    {
        var rounds = db.Set<VerdictRound>().Where(round => round.TreatmentId == answered.TreatmentId);
        if (await rounds.AnyAsync(round => round.AnswerNumber >= answered.Number, cancellationToken))
        {
            return false;
        }

        var running = await rounds
            .Where(round => round.ClosedAt == null)
            .Select(round => round.Id)
            .ToListAsync(cancellationToken);
        foreach (var id in running)
        {
            if (await counting.HoldAsync(id, cancellationToken) is { ClosedAt: null } round)
            {
                await counting.CloseAsync(round, answered.At, cancellationToken);
            }
        }

        var answer = new JudgedAnswer(answered.TreatmentId, answered.Subject, answered.Number);
        db.Add(VerdictRound.Open(Guid.CreateVersion7(answered.At), spaceId, answer, terms, answered.At));
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}

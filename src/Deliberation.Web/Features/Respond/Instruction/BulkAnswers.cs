using Deliberation.Domain;
using Deliberation.Domain.Respond.Instruction;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Features.Respond.Tracking;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Instruction;

/// <summary>Gives several answers in one transaction, or passes them all on to be read where the body asks for it.</summary>
internal sealed class BulkAnswers(DeliberationDb db, Answering answering, TimeProvider clock)
{
    /// <summary>Every line with all that decides whether it may be given.</summary>
    public async Task<IReadOnlyList<BulkLine>> ReadAsync(
        Guid by,
        IReadOnlyList<AskedAnswer> asked,
        CancellationToken cancellationToken
    )
    {
        var speaker = await answering.SpeakerAsync(by, cancellationToken);
        string[] references = [.. asked.Select(answer => answer.Reference)];
        var treatments = await db.Set<Treatment>()
            .Include(treatment => treatment.Updates)
            .Where(treatment => references.Contains(treatment.Reference))
            .ToDictionaryAsync(treatment => treatment.Reference, StringComparer.Ordinal, cancellationToken);
        Guid[] ids = [.. treatments.Values.Select(treatment => treatment.Id)];
        Guid[] opinions = [.. treatments.Values.Select(treatment => treatment.OpinionId).Distinct()];
        var trackers = await db.Set<OpinionTracker>()
            .Where(tracker => opinions.Contains(tracker.Id))
            .ToDictionaryAsync(tracker => tracker.Id, cancellationToken);
        var underWay = await db.Set<PreparedAnswer>()
            .Include(answer => answer.Steps)
            .Where(answer => answer.BodyId == speaker.Id && ids.Contains(answer.TreatmentId))
            .Where(answer => answer.UnderWay != null)
            .ToDictionaryAsync(answer => answer.TreatmentId, cancellationToken);
        return
        [
            .. asked.Select(answer =>
            {
                var treatment = treatments[answer.Reference];
                var tracker = trackers[treatment.OpinionId];
                return new BulkLine(
                    new AnswerInPlace(answer.Content, treatment, speaker, tracker.Scheme),
                    tracker,
                    underWay.GetValueOrDefault(treatment.Id)
                );
            }),
        ];
    }

    /// <returns>How many answers were asked for.</returns>
    /// <exception cref="RuleBroken">One of them is refused: none is kept.</exception>
    public async Task<int> GiveAsync(
        Guid by,
        IReadOnlyList<AskedAnswer> asked,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        foreach (var line in await ReadAsync(by, asked, cancellationToken))
        {
            Give(line, by, now);
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            await RequireGivenAsync(asked, cancellationToken);
        }

        return asked.Count;
    }

    private void Give(BulkLine line, Guid by, DateTimeOffset now)
    {
        var (answer, treatment, speaker, _) = line.Written;
        if (!speaker.HasChain)
        {
            treatment.Answer(answer, speaker, line.Tracker.Use(), now);
        }
        else if (line.UnderWay is { } known)
        {
            known.WriteAgain(by, line.Written, now);
        }
        else
        {
            db.Add(PreparedAnswer.Prepare(Guid.CreateVersion7(now), by, line.Written, now));
        }
    }

    // Sent twice at the same instant, all of it was kept by the other one; anything else came too late.
    private async Task RequireGivenAsync(
        IReadOnlyList<AskedAnswer> asked,
        CancellationToken cancellationToken
    )
    {
        db.ChangeTracker.Clear();
        Guid[] keys = [.. asked.Select(answer => answer.Content.Key).Distinct()];
        var kept =
            await db.Set<TreatmentUpdate>().CountAsync(update => keys.Contains(update.Key), cancellationToken)
            + await db.Set<PreparedAnswer>()
                .CountAsync(answer => keys.Contains(answer.Key), cancellationToken);
        if (kept < asked.Count)
        {
            throw new RuleBroken(TrackingRules.AnAnswerIsWrittenKnowingTheLast);
        }
    }
}

/// <summary>One line of the table, as it is asked for.</summary>
internal sealed record AskedAnswer(string Reference, TreatmentAnswer Content);

/// <summary>One line of the table, with all that decides.</summary>
/// <param name="UnderWay">The answer that the body is preparing already.</param>
internal sealed record BulkLine(AnswerInPlace Written, OpinionTracker Tracker, PreparedAnswer? UnderWay)
{
    public string Reference => Written.Treatment.Reference;

    /// <summary>The rule that would refuse it; null when it may be given.</summary>
    public Rule? Refused(DateTimeOffset now)
    {
        try
        {
            if (Written.Speaker.HasChain && UnderWay is { Stage: not AnswerStage.SentBack })
            {
                return InstructionRules.APropositionHasOneAnswerUnderWay;
            }

            Written.Treatment.Rehearse(Written.Answer, Written.Speaker, Written.Scheme, now);
            return null;
        }
        catch (RuleBroken broken)
        {
            return broken.Rule;
        }
    }
}

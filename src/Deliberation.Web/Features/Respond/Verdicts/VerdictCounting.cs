using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Domain.Respond.Verdicts;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Member = Deliberation.Domain.Assemble.Membership.Membership;

namespace Deliberation.Web.Features.Respond.Verdicts;

/// <summary>Counts a round and publishes its result. Both methods belong in <see cref="DeliberationDb.InOneTransactionAsync"/>.</summary>
internal sealed class VerdictCounting(DeliberationDb db)
{
    /// <summary>Holds the round until the transaction ends: verdicts and the close wait for each other.</summary>
    public async Task<VerdictRound?> HoldAsync(Guid roundId, CancellationToken cancellationToken)
    {
        var row = db.Set<VerdictRound>().Where(round => round.Id == roundId);
        await row.ExecuteUpdateAsync(
            set => set.SetProperty(round => round.Threshold, round => round.Threshold),
            cancellationToken
        );
        return await row.SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>The caller saves.</summary>
    /// <param name="round">Held, and not closed.</param>
    public async Task CloseAsync(VerdictRound round, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var treatment = await db.Set<Treatment>()
            .SingleAsync(treatment => treatment.Id == round.TreatmentId, cancellationToken);
        var given = await db.Set<Verdict>()
            .AsNoTracking()
            .Where(verdict => verdict.RoundId == round.Id)
            .ToListAsync(cancellationToken);
        var members = await db.Set<Member>()
            .Where(member => member.SpaceId == round.SpaceId && member.EndedAt == null)
            .CountAsync(member => SpaceRoles.Voters.Contains(member.Role), cancellationToken);
        var owesNoOther = treatment.AnswerCount > round.AnswerNumber || treatment.WithdrawnAt is not null;
        round.Close(given, members, owesNoOther, now);
        if (round.SecondAnswerDueOn is { } dueOn)
        {
            treatment.OweSecondAnswer(dueOn, round.SecondAnswerBasis, now);
        }
    }
}

using Deliberation.Domain.Respond.Verdicts;
using Deliberation.Web.Features.Account;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Verdicts;

/// <summary>What the person said of answers.</summary>
internal sealed class VerdictPersonalData(DeliberationDb db) : IPersonalData
{
    public string Key => "verdicts";

    public async Task<object> OfAsync(Guid personId, CancellationToken cancellationToken) =>
        await (
            from verdict in db.Set<Verdict>()
            join round in db.Set<VerdictRound>() on verdict.RoundId equals round.Id
            where verdict.PersonId == personId
            orderby verdict.GivenAt
            select new
            {
                round.Reference,
                Answer = round.AnswerNumber,
                Judgement = verdict.Judgement.ToString(),
                verdict.Reason,
                Fidelity = verdict.Fidelity == null ? null : verdict.Fidelity.ToString(),
                verdict.GivenAt,
            }
        ).ToListAsync(cancellationToken);
}

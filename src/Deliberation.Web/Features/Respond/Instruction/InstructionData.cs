using Deliberation.Domain.Respond.Instruction;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Features.Account;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Instruction;

/// <summary>In the file of what is kept about a person: the steps they took on answers, as an agent.</summary>
internal sealed class InstructionData(DeliberationDb db) : IPersonalData
{
    public string Key => "instruction";

    public async Task<object> OfAsync(Guid personId, CancellationToken cancellationToken) =>
        await (
            from step in db.Set<PreparedStep>().AsNoTracking()
            join answer in db.Set<PreparedAnswer>() on step.PreparedAnswerId equals answer.Id
            join treatment in db.Set<Treatment>() on answer.TreatmentId equals treatment.Id
            where step.By == personId
            orderby step.At
            select new
            {
                treatment.Reference,
                Step = step.Stage.ToString(),
                step.At,
                step.Reason,
            }
        ).ToListAsync(cancellationToken);
}

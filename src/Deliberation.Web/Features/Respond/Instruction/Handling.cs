using Deliberation.Domain.Respond.Instruction;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Instruction;

/// <summary>Takes one step on an answer under way, in the name of an agent of its body and of nobody else.</summary>
internal sealed class Handling(DeliberationDb db, Roles roles)
{
    /// <summary>Two at the same instant: the second begins again on what the first left.</summary>
    /// <exception cref="Absent">The body of this agent has no such answer.</exception>
    public async Task<Guid> TakeAsync(
        StepTaken step,
        Func<PreparedAnswer, Hand, Task> take,
        CancellationToken cancellationToken
    )
    {
        var bodyId = await roles.BodyOfAsync(step.By) ?? throw new Absent("body");
        for (var isFirst = true; ; isFirst = false)
        {
            var answer =
                await db.Set<PreparedAnswer>()
                    .Include(answer => answer.Steps)
                    .FirstOrDefaultAsync(
                        answer => answer.Id == step.Id && answer.BodyId == bodyId,
                        cancellationToken
                    )
                ?? throw new Absent("answer under way");
            try
            {
                await take(answer, new Hand(step.By, bodyId, step.Seen));
                await db.SaveChangesAsync(cancellationToken);
                return answer.Id;
            }
            catch (DbUpdateException) when (isFirst)
            {
                db.ChangeTracker.Clear();
            }
        }
    }
}

/// <summary>Who takes a step on which answer, and how many steps their page showed.</summary>
internal sealed record StepTaken(Guid By, Guid Id, int Seen);

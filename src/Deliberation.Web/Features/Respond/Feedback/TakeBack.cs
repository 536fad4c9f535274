using Deliberation.Web.Platform.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>A program takes back what it brought in error: the same tombstone as when an author withdraws.</summary>
internal static class TakeBack
{
    /// <summary>False when this key brought no such feedback. Twice changes nothing.</summary>
    internal sealed record Command(Guid Key, string Number) : IRequest<bool>;

    internal sealed class Handler(DeliberationDb db, TimeProvider clock) : IRequestHandler<Command, bool>
    {
        public async Task<bool> Handle(Command request, CancellationToken cancellationToken)
        {
            var feedback = await db.Set<UserFeedback>()
                .Whole()
                .FirstOrDefaultAsync(
                    row => row.Number == request.Number && row.BroughtBy == request.Key,
                    cancellationToken
                );
            if (feedback is null)
            {
                return false;
            }

            feedback.Withdraw(clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
    }
}

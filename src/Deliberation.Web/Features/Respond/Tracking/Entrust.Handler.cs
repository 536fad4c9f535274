using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Platform.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Tracking;

internal sealed partial class Entrust
{
    /// <summary>Puts a proposition's treatment in another body's hands, publicly.</summary>
    internal sealed record Command(Guid By, string Reference, Guid BodyId) : IRequest<Guid>;

    internal sealed class Handler(DeliberationDb db, TimeProvider clock) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var treatment = await db.Set<Treatment>()
                .Include(treatment => treatment.Entrustments)
                .FirstAsync(treatment => treatment.Reference == request.Reference, cancellationToken);
            var body = await db.Set<Body>().FirstAsync(body => body.Id == request.BodyId, cancellationToken);

            treatment.EntrustTo(body, clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            return treatment.Id;
        }
    }
}

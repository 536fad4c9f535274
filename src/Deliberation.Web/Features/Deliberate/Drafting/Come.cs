using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Platform.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>Notes how far someone has read a text, so that the workroom can say what is new to them.</summary>
internal static class Come
{
    public sealed record Command(Guid DocumentId, int Version, Guid By) : IRequest<Unit>;

    internal sealed class Handler(DeliberationDb db, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var visit = await db.Set<Visit>()
                .FirstOrDefaultAsync(
                    found => found.PersonId == request.By && found.DocumentId == request.DocumentId,
                    cancellationToken
                );
            if (visit is null)
            {
                db.Add(Visit.Begin(request.By, request.DocumentId, request.Version, now));
            }

            visit?.Come(request.Version, now);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException failure) when (visit is null && Overtaken.Is(failure))
            {
                // The same person opened the text twice at once: one of the two notes is enough.
                db.ChangeTracker.Clear();
            }

            return Unit.Value;
        }
    }
}

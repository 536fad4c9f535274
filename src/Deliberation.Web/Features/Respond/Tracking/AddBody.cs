using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Platform.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>Names an institution that will answer propositions.</summary>
internal static class AddBody
{
    /// <summary>The same key gives the same body back.</summary>
    internal sealed record Command(Guid By, string Key, string Name, bool IsFictional = false)
        : IRequest<Guid>;

    internal sealed class Handler(DeliberationDb db, TimeProvider clock) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var body = await db.Set<Body>()
                .FirstOrDefaultAsync(known => known.Key == request.Key, cancellationToken);
            if (body is null)
            {
                var id = Guid.CreateVersion7(clock.GetUtcNow());
                body = new Body(id, request.Key, request.Name, request.IsFictional);
                db.Add(body);
                await db.SaveChangesAsync(cancellationToken);
            }

            return body.Id;
        }
    }
}

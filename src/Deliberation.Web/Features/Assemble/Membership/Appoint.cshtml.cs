using Deliberation.Domain.Assemble.Membership;
using Deliberation.Web.Platform.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Assemble.Membership;

/// <summary>Makes a person an agent of a body, a moderator or an administrator.</summary>
internal sealed class Appoint
{
    /// <summary>The same appointment, asked twice, is made once.</summary>
    internal sealed record Command(Guid By, Guid PersonId, InstanceRole Role, Guid? BodyId = null)
        : IRequest<Guid>;

    internal sealed class Handler(DeliberationDb db, TimeProvider clock) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var held = await db.Set<Appointment>()
                .Where(appointment =>
                    appointment.PersonId == request.PersonId
                    && appointment.Role == request.Role
                    && appointment.EndedAt == null
                )
                .ToListAsync(cancellationToken);
            var same = held.Find(appointment => appointment.BodyId == request.BodyId);
            if (same is not null)
            {
                return same.Id;
            }

            var now = clock.GetUtcNow();
            foreach (var elsewhere in held)
            {
                elsewhere.End(now);
            }

            var appointment = Appointment.Make(
                Guid.CreateVersion7(now),
                request.PersonId,
                request.Role,
                request.BodyId,
                now
            );
            db.Add(appointment);
            await db.SaveChangesAsync(cancellationToken);

            return appointment.Id;
        }
    }
}

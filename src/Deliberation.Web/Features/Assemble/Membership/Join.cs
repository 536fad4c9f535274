using Deliberation.Domain.Assemble.Membership;
using Deliberation.Web.Platform.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Member = Deliberation.Domain.Assemble.Membership.Membership;

namespace Deliberation.Web.Features.Assemble.Membership;

/// <summary>Gives a known person a place in a space, without an invitation: for administrators and for loading past processes.</summary>
internal static class Join
{
    /// <summary>A person who already has a place keeps it, and gets its id back.</summary>
    internal sealed record Command(
        Guid By,
        Guid SpaceId,
        Guid PersonId,
        SpaceRole Role,
        string Name,
        bool IsPublic = true
    ) : IRequest<Guid>;

    internal sealed class Handler(DeliberationDb db, TimeProvider clock) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var place = await db.Set<Member>()
                .FirstOrDefaultAsync(
                    member =>
                        member.SpaceId == request.SpaceId
                        && member.PersonId == request.PersonId
                        && member.EndedAt == null,
                    cancellationToken
                );
            if (place is null)
            {
                place = Member.Join(
                    Guid.CreateVersion7(now),
                    request.SpaceId,
                    request.PersonId,
                    request.Role,
                    request.Name,
                    now
                );
                place.AppearAs(request.Name, request.IsPublic);
                db.Add(place);
                await db.SaveChangesAsync(cancellationToken);
            }

            return place.Id;
        }
    }
}

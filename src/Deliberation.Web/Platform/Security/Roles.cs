using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Member = Deliberation.Domain.Assemble.Membership.Membership;

namespace Deliberation.Web.Platform.Security;

/// <summary>What a person may do, read from the database once per request and never from a cookie.</summary>
internal sealed class Roles(DeliberationDb db)
{
    private readonly Dictionary<Guid, IReadOnlyList<Appointment>> appointments = [];

    public async Task<bool> HasAsync(Guid person, InstanceRole role) =>
        (await AppointmentsAsync(person)).Any(appointment => appointment.Role == role);

    /// <summary>The body an agent speaks for; null for anyone else.</summary>
    public async Task<Guid?> BodyOfAsync(Guid person) =>
        (await AppointmentsAsync(person))
            .FirstOrDefault(appointment => appointment.Role == InstanceRole.Agent)
            ?.BodyId;

    public async Task<SpaceRole?> InSpaceAsync(Guid person, string slug) =>
        await (
            from membership in db.Set<Member>()
            join space in db.Set<Space>() on membership.SpaceId equals space.Id
            where space.Slug == slug && membership.PersonId == person && membership.EndedAt == null
            select (SpaceRole?)membership.Role
        ).FirstOrDefaultAsync();

    public async Task<SpaceRole?> InSpaceAsync(Guid person, Guid spaceId) =>
        await db.Set<Member>()
            .Where(membership =>
                membership.SpaceId == spaceId && membership.PersonId == person && membership.EndedAt == null
            )
            .Select(membership => (SpaceRole?)membership.Role)
            .FirstOrDefaultAsync();

    public async Task<bool> HasDeskAsync(Guid person) =>
        (await AppointmentsAsync(person)).Count > 0
        || await db.Set<Member>()
            .AnyAsync(membership =>
                membership.PersonId == person
                && membership.EndedAt == null
                && membership.Role == SpaceRole.Facilitator
            );

    private async Task<IReadOnlyList<Appointment>> AppointmentsAsync(Guid person)
    {
        if (!appointments.TryGetValue(person, out var known))
        {
            known = await db.Set<Appointment>()
                .AsNoTracking()
                .Where(appointment => appointment.PersonId == person && appointment.EndedAt == null)
                .ToListAsync();
            appointments[person] = known;
        }

        return known;
    }
}

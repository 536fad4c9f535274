using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security.Sessions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Member = Deliberation.Domain.Assemble.Membership.Membership;

namespace Deliberation.Web.Features.Account;

/// <summary>One part of what is kept about a person, for the file they can take away; each feature adds its own.</summary>
internal interface IPersonalData
{
    /// <summary>The part's name in the file.</summary>
    string Key { get; }

    /// <summary>Something JSON can hold; nothing about anyone else.</summary>
    Task<object> OfAsync(Guid personId, CancellationToken cancellationToken);
}

/// <summary>The account itself: who, which places and roles, which devices and keys.</summary>
internal sealed class AccountData(DeliberationDb db) : IPersonalData
{
    public string Key => "account";

    public async Task<object> OfAsync(Guid personId, CancellationToken cancellationToken) =>
        new
        {
            Person = await db.Set<Person>()
                .Where(person => person.Id == personId)
                .Select(person => new
                {
                    person.Name,
                    person.Email,
                    person.Language,
                    person.CreatedAt,
                })
                .FirstAsync(cancellationToken),
            Places = await PlacesAsync(personId, cancellationToken),
            Roles = await db.Set<Appointment>()
                .Where(appointment => appointment.PersonId == personId)
                .Select(appointment => new
                {
                    Role = appointment.Role.ToString(),
                    appointment.AppointedAt,
                    appointment.EndedAt,
                })
                .ToListAsync(cancellationToken),
            Devices = await db.Set<DeviceSession>()
                .Where(session => session.PersonId == personId)
                .Select(session => new
                {
                    session.Device,
                    session.OpenedAt,
                    session.SeenAt,
                })
                .ToListAsync(cancellationToken),
            Passkeys = await db.Set<IdentityUserPasskey<Guid>>()
                .Where(key => key.UserId == personId)
                .Select(key => new { key.Data.Name, key.Data.CreatedAt })
                .ToListAsync(cancellationToken),
        };

    private async Task<object> PlacesAsync(Guid personId, CancellationToken cancellationToken) =>
        await (
            from member in db.Set<Member>()
            join space in db.Set<Space>() on member.SpaceId equals space.Id
            where member.PersonId == personId
            select new
            {
                Space = space.Slug,
                Role = member.Role.ToString(),
                member.Name,
                member.IsPublic,
                member.Table,
                member.JoinedAt,
                member.EndedAt,
            }
        ).ToListAsync(cancellationToken);
}

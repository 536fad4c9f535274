using Deliberation.Domain.Assemble.Membership;
using Deliberation.Web.Features.Account;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Member = Deliberation.Domain.Assemble.Membership.Membership;

namespace Deliberation.Web.Features.Assemble.Membership;

/// <summary>The members of a space to whom a letter can be written, because they have a vote and an address of their own.</summary>
internal static class VotersWithAnAddress
{
    public static Task<List<Person>> VotersAsync(
        this DeliberationDb db,
        Guid spaceId,
        CancellationToken cancellationToken
    ) =>
        (
            from member in db.Set<Member>()
            join person in db.Set<Person>() on member.PersonId equals person.Id
            where member.SpaceId == spaceId && member.EndedAt == null
            where SpaceRoles.Voters.Contains(member.Role)
            where person.Email != null && person.EmailConfirmed
            select person
        )
            .AsNoTracking()
            .ToListAsync(cancellationToken);
}

using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Web.Platform.Persistence;
using Member = Deliberation.Domain.Assemble.Membership.Membership;

namespace Deliberation.Web.Features.Assemble.Membership;

/// <summary>Places as found from the space in the address: those of another space do not exist, nor do those that ended.</summary>
internal static class PlacesInSpace
{
    public static IQueryable<Member> PlacesIn(this DeliberationDb db, string slug) =>
        from place in db.Set<Member>()
        join space in db.Set<Space>() on place.SpaceId equals space.Id
        where space.Slug == slug && place.EndedAt == null
        select place;
}

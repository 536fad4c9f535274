using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Domain.Deliberate.Amendments;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Amendments;

/// <summary>Amendments as found from the space in the address: those of another space do not exist.</summary>
internal static class AmendmentsInSpace
{
    public static IQueryable<Amendment> AmendmentsOf(this DeliberationDb db, string slug) =>
        from amendment in db.Set<Amendment>()
        join space in db.Set<Space>() on amendment.SpaceId equals space.Id
        where space.Slug == slug
        select amendment;
}

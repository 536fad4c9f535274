using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Domain.Publish.Opinions;
using Deliberation.Web.Features.Publish.Opinions;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Member = Deliberation.Domain.Assemble.Membership.Membership;

namespace Deliberation.Web.Features.Publish.MinorityPositions;

/// <summary>What every way of dissenting needs: the opinion and the place of who speaks, in one transaction.</summary>
internal sealed class Dissent(DeliberationDb db)
{
    public Task<Guid> SayAsync(
        Guid by,
        (string Slug, string Avis) opinion,
        Func<Opinion, Member?, Guid> say,
        CancellationToken cancellationToken
    ) =>
        db.InOneTransactionAsync(
            async () =>
            {
                var found =
                    await HoldAsync(opinion.Slug, opinion.Avis, cancellationToken)
                    ?? throw new Absent($"opinion {opinion.Avis}");
                var said = say(found, await PlaceAsync(opinion.Slug, by, cancellationToken));
                await db.SaveChangesAsync(cancellationToken);
                return said;
            },
            cancellationToken
        );

    public Task<Opinion?> FindAsync(string slug, string avis, CancellationToken cancellationToken) =>
        Named(slug, avis).Whole().AsNoTracking().FirstOrDefaultAsync(cancellationToken);

    /// <summary>Null when they have no place there now.</summary>
    public Task<Member?> PlaceAsync(string slug, Guid person, CancellationToken cancellationToken) =>
        (
            from place in db.Set<Member>().AsNoTracking()
            join space in db.Set<Space>() on place.SpaceId equals space.Id
            where space.Slug == slug && place.PersonId == person && place.EndedAt == null
            select place
        ).FirstOrDefaultAsync(cancellationToken);

    // Holds the row until the transaction ends: signatures and the publication wait for each other on every node.
    private async Task<Opinion?> HoldAsync(string slug, string avis, CancellationToken cancellationToken)
    {
        await Named(slug, avis)
            .ExecuteUpdateAsync(
                set => set.SetProperty(opinion => opinion.Assemblies, opinion => opinion.Assemblies),
                cancellationToken
            );
        return await Named(slug, avis).Whole().FirstOrDefaultAsync(cancellationToken);
    }

    private IQueryable<Opinion> Named(string slug, string avis) =>
        db.Set<Opinion>().Where(opinion => opinion.Slug == avis && opinion.SpaceSlug == slug);
}

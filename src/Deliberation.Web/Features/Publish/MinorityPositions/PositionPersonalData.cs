using Deliberation.Domain.Publish.MinorityPositions;
using Deliberation.Domain.Publish.Opinions;
using Deliberation.Web.Features.Account;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Publish.MinorityPositions;

/// <summary>The minority positions that the person signed.</summary>
internal sealed class PositionPersonalData(DeliberationDb db) : IPersonalData
{
    public string Key => "minority_positions";

    public async Task<object> OfAsync(Guid personId, CancellationToken cancellationToken) =>
        await (
            from signature in db.Set<MinoritySignature>()
            join position in db.Set<MinorityPosition>() on signature.PositionId equals position.Id
            join opinion in db.Set<Opinion>() on position.OpinionId equals opinion.Id
            where signature.PersonId == personId
            orderby signature.SignedAt
            select new
            {
                opinion.Reference,
                position.Text,
                signature.SignedAt,
                IsPublished = position.Edition != null,
            }
        ).ToListAsync(cancellationToken);
}

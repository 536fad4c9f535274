using Deliberation.Domain.Respond.Tracking;
using Deliberation.Domain.Respond.Verdicts;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Deliberation.Web.Features.Respond.Verdicts;

/// <summary>Reads the terms on which members judge: their opinion's own once it was judged, their space's, the service's.</summary>
internal sealed class TermsReader(DeliberationDb db, IOptions<VerdictSettings> settings)
{
    /// <summary>For the next answer to this opinion.</summary>
    public async Task<VerdictTerms> HoldingAsync(
        Guid opinionId,
        (Guid Id, string Slug) space,
        CancellationToken cancellationToken
    )
    {
        var first = await (
            from round in db.Set<VerdictRound>().AsNoTracking()
            join treatment in db.Set<Treatment>() on round.TreatmentId equals treatment.Id
            where treatment.OpinionId == opinionId && round.SpaceId == space.Id
            orderby round.OpenedAt, round.Id
            select round
        ).FirstOrDefaultAsync(cancellationToken);
        var own = await OwnAsync(space.Id, cancellationToken);
        return VerdictTerms.Holding(first, own, settings.Value.For(space.Slug));
    }

    /// <summary>For the opinions of this space that nobody judged yet.</summary>
    public async Task<VerdictTerms> CurrentAsync(
        (Guid Id, string Slug) space,
        CancellationToken cancellationToken
    ) =>
        VerdictTerms.Holding(
            first: null,
            await OwnAsync(space.Id, cancellationToken),
            settings.Value.For(space.Slug)
        );

    private Task<SpaceTerms?> OwnAsync(Guid spaceId, CancellationToken cancellationToken) =>
        db.Set<SpaceTerms>()
            .AsNoTracking()
            .Include(terms => terms.Changes)
            .FirstOrDefaultAsync(terms => terms.Id == spaceId, cancellationToken);
}

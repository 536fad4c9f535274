using Deliberation.Domain.Publish.Opinions;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Publish.Opinions;

/// <summary>An opinion with all that its verbs look at.</summary>
internal static class WholeOpinion
{
    public static IQueryable<Opinion> Whole(this IQueryable<Opinion> opinions) =>
        opinions
            .Include(opinion => opinion.Editions)
                .ThenInclude(edition => edition.Sections)
            .Include(opinion => opinion.Editions)
                .ThenInclude(edition => edition.Propositions)
            .Include(opinion => opinion.Positions)
                .ThenInclude(position => position.Signatures)
            .AsSplitQuery();
}

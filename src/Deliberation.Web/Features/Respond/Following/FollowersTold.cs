using Deliberation.Domain.Respond.Following;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Following;

internal static class FollowersTold
{
    /// <summary>Marks that there is something to tell these: the next rounds write to them.</summary>
    public static async Task TellOfNewsAsync(
        this DeliberationDb db,
        IQueryable<Subscription> followers,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        if (!await followers.AnyAsync(cancellationToken))
        {
            return;
        }

        // A new revision makes a round that is writing at this moment begin again.
        await db.InOneTransactionAsync(
            () =>
                followers.ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(row => row.NewsAt, at)
                            .SetProperty(row => row.Revision, row => row.Revision + 1),
                    cancellationToken
                ),
            cancellationToken
        );
    }
}

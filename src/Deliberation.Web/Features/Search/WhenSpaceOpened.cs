using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Web.Platform.Messaging;
using Deliberation.Web.Platform.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Search;

internal sealed class WhenSpaceOpened(DeliberationDb db, SearchIndex index)
    : INotificationHandler<Happened<SpaceOpened>>
{
    public async Task Handle(Happened<SpaceOpened> notification, CancellationToken cancellationToken)
    {
        var space = await db.Set<Space>()
            .AsNoTracking()
            .FirstAsync(space => space.Id == notification.Event.SpaceId, cancellationToken);
        await index.KeepAsync([Of(space)], cancellationToken);
    }

    /// <summary>What is found of a space.</summary>
    public static SearchIndex.Found Of(Space space) =>
        new(
            SearchKind.Space,
            $"/dispositifs/{space.Slug}",
            space.Title,
            string.Join(
                '\n',
                space.Mandate.Question,
                space.Summary,
                space.Mandate.CommissionedBy,
                space.Mandate.RunBy
            ),
            space.OpenedAt
        );
}

using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Domain.Deliberate.Contributions;
using Deliberation.Web.Platform.Messaging;
using Deliberation.Web.Platform.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Search;

internal sealed class WhenContributionMade(DeliberationDb db, SearchIndex index)
    : INotificationHandler<Happened<ContributionMade>>
{
    public async Task Handle(Happened<ContributionMade> notification, CancellationToken cancellationToken)
    {
        var found = await (
            from contribution in db.Set<Contribution>().AsNoTracking()
            join space in db.Set<Space>() on contribution.SpaceId equals space.Id
            where contribution.Id == notification.Event.ContributionId
            select new { Contribution = contribution, space.Slug }
        ).FirstAsync(cancellationToken);
        var (note, address) = (
            found.Contribution,
            $"/dispositifs/{found.Slug}/contributions/{found.Contribution.Id}"
        );
        if (note.IsPublic)
        {
            var text = string.Join('\n', note.Figure, note.Text);
            await index.KeepAsync(
                [new(SearchKind.Contribution, address, note.Provenance.Label, text, note.MadeAt)],
                cancellationToken
            );
        }
        else
        {
            await index.DropAsync(address, cancellationToken);
        }
    }
}

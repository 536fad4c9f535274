using Deliberation.Domain.Publish.Opinions;
using Deliberation.Web.Platform.Messaging;
using Deliberation.Web.Platform.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Search;

/// <summary>An edition replaces the one before it in the search; the earlier one keeps its address.</summary>
internal sealed class WhenOpinionPublished(DeliberationDb db, SearchIndex index)
    : INotificationHandler<Happened<OpinionPublished>>
{
    public async Task Handle(Happened<OpinionPublished> notification, CancellationToken cancellationToken)
    {
        var opinion = await db.Set<Opinion>()
            .AsNoTracking()
            .Include(opinion => opinion.Positions)
            .FirstAsync(opinion => opinion.Id == notification.Event.OpinionId, cancellationToken);
        var edition = await db.Set<Edition>()
            .AsNoTracking()
            .Include(edition => edition.Sections)
            .Include(edition => edition.Propositions)
            .AsSplitQuery()
            .FirstAsync(
                edition => edition.OpinionId == opinion.Id && edition.Number == opinion.CurrentEdition,
                cancellationToken
            );
        await index.KeepAsync(Of(opinion, edition), cancellationToken);
    }

    /// <summary>What is found of an edition: the whole, and each of its propositions.</summary>
    public static IReadOnlyList<SearchIndex.Found> Of(Opinion opinion, Edition edition) =>
        [Whole(opinion, edition), .. edition.Propositions.Select(item => Of(opinion, edition, item))];

    private static SearchIndex.Found Whole(Opinion opinion, Edition edition) =>
        new(
            SearchKind.Opinion,
            $"/avis/{opinion.Slug}",
            edition.Title,
            string.Join(
                '\n',
                [
                    opinion.Reference,
                    edition.Preamble,
                    edition.Introduction,
                    .. edition.Sections.Select(section => $"{section.Title}\n{section.Prose}"),
                    edition.Conclusion,
                ]
            ),
            edition.PublishedAt ?? edition.AssembledAt
        )
        {
            Language = opinion.Language,
        };

    private static SearchIndex.Found Of(Opinion opinion, Edition edition, Proposition proposition) =>
        new(
            SearchKind.Proposition,
            $"/avis/{opinion.Slug}/propositions/{proposition.Number}",
            proposition.Title,
            string.Join(
                '\n',
                [
                    Proposition.ReferenceOf(opinion.Reference, proposition.Number),
                    proposition.Body,
                    proposition.Rationale,
                    .. opinion
                        .PositionsBeside(edition, proposition.ProposalId)
                        .Select(position => position.Text),
                ]
            ),
            edition.PublishedAt ?? edition.AssembledAt
        )
        {
            Language = opinion.Language,
        };
}

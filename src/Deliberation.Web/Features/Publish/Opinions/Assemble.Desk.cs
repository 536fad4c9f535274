using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Domain.Publish.Opinions;
using Deliberation.Web.Platform.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Publish.Opinions;

internal sealed partial class Assemble
{
    internal sealed class DeskHandler(DeliberationDb db) : IRequestHandler<Query, Desk?>
    {
        private const int MostProposals = 500;

        public async Task<Desk?> Handle(Query request, CancellationToken cancellationToken)
        {
            var space = await db.Set<Space>()
                .AsNoTracking()
                .FirstOrDefaultAsync(space => space.Slug == request.Slug, cancellationToken);
            var opinion = request.Avis is null
                ? null
                : await db.Set<Opinion>()
                    .AsNoTracking()
                    .Whole()
                    .FirstOrDefaultAsync(
                        opinion => opinion.Slug == request.Avis && opinion.SpaceSlug == request.Slug,
                        cancellationToken
                    );
            if (space is null || (request.Avis is not null && opinion is null))
            {
                return null;
            }

            var draftId = opinion?.DraftId ?? request.DraftId;
            var draft = await db.Set<Draft>()
                .AsNoTracking()
                .Where(draft => draft.SpaceId == space.Id && (draftId == null || draft.Id == draftId))
                .OrderByDescending(draft => draft.StartedAt)
                .FirstOrDefaultAsync(cancellationToken);
            return draft is null ? null : await LayOutAsync(draft, opinion, cancellationToken);
        }

        private async Task<Desk> LayOutAsync(
            Draft draft,
            Opinion? opinion,
            CancellationToken cancellationToken
        )
        {
            var sections = await db.Set<Section>()
                .AsNoTracking()
                .Where(section => section.DraftId == draft.Id)
                .OrderBy(section => section.Position)
                .Take(100)
                .Select(section => new DeskSection(section.Id, section.Title))
                .ToListAsync(cancellationToken);
            var adopted = await db.Set<Proposal>()
                .AsNoTracking()
                .Where(proposal => proposal.DraftId == draft.Id && proposal.State == ProposalState.Adopted)
                .OrderBy(proposal => proposal.Position)
                .Take(MostProposals)
                .ToListAsync(cancellationToken);
            var order = sections.Select((section, place) => (section.Id, place)).ToDictionary();
            var inOrder = adopted
                .OrderBy(proposal => order.GetValueOrDefault(proposal.SectionId ?? Guid.Empty, order.Count))
                .ToList();
            return new Desk(
                draft.Id,
                opinion?.Slug,
                opinion?.IsPublished is true,
                sections,
                adopted.ToDictionary(proposal => proposal.Id, proposal => proposal.Title),
                Prefill(draft, opinion, inOrder, sections)
            );
        }

        private static Input Prefill(
            Draft draft,
            Opinion? opinion,
            List<Proposal> adopted,
            List<DeskSection> sections
        )
        {
            var last = opinion?.Editions.LastOrDefault();
            return new Input
            {
                Title = last?.Title ?? draft.Title,
                Address = opinion?.Slug,
                Preamble = last?.Preamble,
                Introduction = last?.Introduction,
                Conclusion = last?.Conclusion,
                AdoptionNote = last?.AdoptionNote,
                SourceNote = last?.SourceNote,
                CorrectionNote = last is { IsPublished: false } ? last.CorrectionNote : null,
                Items =
                [
                    .. adopted.Select(
                        (proposal, place) =>
                            new Item
                            {
                                ProposalId = proposal.Id,
                                IsIn = true,
                                SectionId = proposal.SectionId ?? sections.FirstOrDefault()?.Id ?? Guid.Empty,
                                Position = place + 1,
                            }
                    ),
                ],
            };
        }
    }
}

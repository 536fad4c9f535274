using Deliberation.Domain;
using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Domain.Deliberate.Ballots;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Domain.Publish.Opinions;
using Deliberation.Web.Features.Deliberate.Drafting;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Ui;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Publish.Opinions;

internal sealed partial class Assemble
{
    internal sealed class Handler(DeliberationDb db, DocumentLog log, TimeProvider clock)
        : IRequestHandler<Command, Guid>
    {
        public Task<Guid> Handle(Command request, CancellationToken cancellationToken) =>
            db.InOneTransactionAsync(() => AssembleAsync(request, cancellationToken), cancellationToken);

        private async Task<Guid> AssembleAsync(Command request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var draft = await (
                from item in db.Set<Draft>()
                join space in db.Set<Space>() on item.SpaceId equals space.Id
                where space.Slug == request.Slug && item.Id == request.DraftId
                select item
            ).SingleAsync(cancellationToken);
            var opinion = await FindAsync(request, draft, cancellationToken);
            if (opinion is null)
            {
                db.Add(opinion = await BeginAsync(request, draft, now, cancellationToken));
            }
            else if (opinion.Pending is not null)
            {
                // Rows that go and rows that come have the same keys: they cannot share one save.
                opinion.TakeApart();
                await db.SaveChangesAsync(cancellationToken);
            }

            var contents = await ComposeAsync(request, draft, cancellationToken);
            var edition = opinion.Assemble(request.Title, contents, now);
            EditionTexts.Render(edition);
            await db.SaveChangesAsync(cancellationToken);
            return opinion.Id;
        }

        private async Task<Opinion?> FindAsync(
            Command request,
            Draft draft,
            CancellationToken cancellationToken
        )
        {
            var known = await db.Set<Opinion>()
                .Whole()
                .FirstOrDefaultAsync(opinion => opinion.Slug == request.OpinionSlug, cancellationToken);
            return known is null || known.DraftId == draft.Id
                ? known
                : throw new RuleBroken(OpinionRules.AnAddressIsForOneOpinion);
        }

        private async Task<Opinion> BeginAsync(
            Command request,
            Draft draft,
            DateTimeOffset now,
            CancellationToken cancellationToken
        )
        {
            var space = await db.Set<Space>()
                .SingleAsync(space => space.Id == draft.SpaceId, cancellationToken);
            var reference = request.Reference ?? await NextReferenceAsync(now, cancellationToken);
            return Opinion.Begin(
                Guid.CreateVersion7(now),
                space,
                draft,
                (request.OpinionSlug, reference),
                now
            );
        }

        private async Task<string> NextReferenceAsync(DateTimeOffset now, CancellationToken cancellationToken)
        {
            var year = $"AC-{WrittenTime.InParis(now):yyyy}-";
            var taken = await db.Set<Opinion>()
                .Where(opinion => opinion.Reference.StartsWith(year))
                .Select(opinion => opinion.Reference)
                .ToListAsync(cancellationToken);
            var last = taken
                .Select(reference => int.Parse(reference.AsSpan(year.Length), provider: null))
                .DefaultIfEmpty()
                .Max();
            return $"{year}{last + 1:00}";
        }

        private async Task<EditionContents> ComposeAsync(
            Command request,
            Draft draft,
            CancellationToken cancellationToken
        )
        {
            var sections = new List<SectionContents>();
            foreach (var chosen in request.Sections)
            {
                sections.Add(await ComposeAsync(chosen, draft, cancellationToken));
            }

            return new EditionContents(
                request.Preamble,
                request.Introduction,
                request.Conclusion,
                request.AdoptionNote,
                request.SourceNote,
                request.CorrectionNote,
                sections
            );
        }

        private async Task<SectionContents> ComposeAsync(
            Chosen chosen,
            Draft draft,
            CancellationToken cancellationToken
        )
        {
            var section = await db.Set<Section>()
                .AsNoTracking()
                .SingleAsync(
                    section => section.Id == chosen.SectionId && section.DraftId == draft.Id,
                    cancellationToken
                );
            var prose = await log.TextAsync(section.DocumentId, cancellationToken);
            var proposals = new List<DecidedProposal>();
            foreach (var id in chosen.ProposalIds)
            {
                proposals.Add(await DecidedAsync(id, draft, cancellationToken));
            }

            return new SectionContents(section.Title, prose.Text, proposals);
        }

        private async Task<DecidedProposal> DecidedAsync(
            Guid proposalId,
            Draft draft,
            CancellationToken cancellationToken
        )
        {
            var proposal = await db.Set<Proposal>()
                .AsNoTracking()
                .SingleAsync(
                    proposal => proposal.Id == proposalId && proposal.SpaceId == draft.SpaceId,
                    cancellationToken
                );
            if (proposal.Minutes is not null)
            {
                return await ElsewhereAsync(proposal, cancellationToken);
            }

            var ballot = await db.Set<Ballot>()
                .AsNoTracking()
                .Where(ballot => ballot.ProposalId == proposal.Id && ballot.State == BallotState.Closed)
                .OrderByDescending(ballot => ballot.EndedAt)
                .FirstOrDefaultAsync(cancellationToken);
            return ballot is null
                ? throw new RuleBroken(OpinionRules.OnlyAdoptedProposalsArePublished)
                : DecidedProposal.By(proposal, ballot);
        }

        private async Task<DecidedProposal> ElsewhereAsync(
            Proposal proposal,
            CancellationToken cancellationToken
        )
        {
            var frozen = await db.Set<Document>()
                .Where(document => document.Id == proposal.DocumentId)
                .Select(document => document.FrozenVersion)
                .SingleAsync(cancellationToken);
            var text = await log.TextAsync(proposal.DocumentId, cancellationToken, frozen ?? int.MaxValue);
            return DecidedProposal.Elsewhere(proposal, text.Text, text.Version);
        }
    }
}

using Deliberation.Domain;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Platform.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>One act of arranging a draft, and what undoes it.</summary>
internal static class Rearrange
{
    private const string LockReason = "Verrouillé par l’animation";

    /// <param name="Target">A part or a proposal of the draft.</param>
    /// <param name="Into">The part it goes under; null for none.</param>
    /// <param name="Position">Its place there, from 0; the last one when it is not said.</param>
    public sealed record Command(
        Guid DraftId,
        Arrangement Act,
        Guid Target,
        Guid? Into,
        int? Position,
        Guid By
    ) : IRequest<Undo>;

    public sealed record Undo(Arrangement Act, Guid? Into = null, int? Position = null);

    internal sealed class Handler(
        DeliberationDb db,
        Documents documents,
        TextsTogether together,
        TextMoves moves,
        Steps steps,
        TimeProvider clock
    ) : IRequestHandler<Command, Undo>
    {
        public async Task<Undo> Handle(Command request, CancellationToken cancellationToken)
        {
            var proposal = await db.Set<Proposal>()
                .FirstOrDefaultAsync(
                    found => found.Id == request.Target && found.DraftId == request.DraftId,
                    cancellationToken
                );
            if (proposal is null)
            {
                return await MoveSectionAsync(request, cancellationToken);
            }

            switch (request.Act)
            {
                case Arrangement.Lock:
                    RequireWritten(proposal);
                    await documents.FreezeAsync(proposal.DocumentId, LockReason, cancellationToken);
                    return new Undo(Arrangement.Unlock);
                case Arrangement.Unlock:
                    RequireWritten(proposal);
                    await documents.ThawAsync(proposal.DocumentId, cancellationToken);
                    return new Undo(Arrangement.Lock);
                case Arrangement.SetApart:
                    return await SetApartAsync(proposal, request, cancellationToken);
                case Arrangement.Join:
                    var join = new Progress.Command(proposal.Id, Step.Merge, "", request.Into, request.By);
                    await steps.TakeAsync(join, cancellationToken);
                    return new Undo(Arrangement.SetApart);
                default:
                    return await MoveAsync(proposal, request, cancellationToken);
            }
        }

        private async Task<Undo> SetApartAsync(
            Proposal proposal,
            Command request,
            CancellationToken cancellationToken
        )
        {
            var into = await db.Set<Proposal>()
                .SingleOrDefaultAsync(found => found.Id == proposal.MergedInto, cancellationToken);
            return await together.WriteAsync(
                into is null ? [proposal.DocumentId] : [proposal.DocumentId, into.DocumentId],
                async () =>
                {
                    if (into is not null)
                    {
                        await moves.TakeBackAsync(proposal, into, request.By, cancellationToken);
                    }

                    proposal.SetApart(request.By, clock.GetUtcNow());
                    await db.SaveChangesAsync(cancellationToken);
                    await documents.ThawAsync(proposal.DocumentId, cancellationToken);
                    return new Undo(Arrangement.Join, into?.Id);
                },
                cancellationToken
            );
        }

        private async Task<Undo> MoveAsync(
            Proposal proposal,
            Command request,
            CancellationToken cancellationToken
        )
        {
            var isPlaced = request.Act == Arrangement.Place;
            var sectionId = isPlaced ? request.Into : proposal.SectionId;
            var section = sectionId is { } id
                ? await SectionAsync(request.DraftId, id, cancellationToken)
                : null;
            var (before, from) = (proposal.SectionId, await PlaceOfAsync(proposal, cancellationToken));
            var there = await db.Set<Proposal>()
                .Where(p => p.DraftId == request.DraftId && p.SectionId == sectionId)
                .OrderBy(p => p.Position)
                .ThenBy(p => p.StartedAt)
                .ToListAsync(cancellationToken);
            var to = isPlaced ? request.Position ?? there.Count : from + Shift(request.Act);
            var order = Ordering.Moved(there.Select(p => p.Id), proposal.Id, to);
            var all = there.Append(proposal).DistinctBy(p => p.Id).ToDictionary(p => p.Id);
            foreach (var (i, one) in order.Index())
            {
                all[one].MoveTo(section, i + 1, request.By, clock.GetUtcNow());
            }

            await db.SaveChangesAsync(cancellationToken);
            return new Undo(Arrangement.Place, before, from);
        }

        private async Task<Section> SectionAsync(
            Guid draftId,
            Guid id,
            CancellationToken cancellationToken
        ) =>
            await db.Set<Section>()
                .SingleOrDefaultAsync(
                    section => section.Id == id && section.DraftId == draftId,
                    cancellationToken
                )
            ?? throw new RuleBroken(ProposalRules.ATextStaysInItsSpace);

        private async Task<int> PlaceOfAsync(Proposal proposal, CancellationToken cancellationToken)
        {
            var order = await db.Set<Proposal>()
                .Where(p => p.DraftId == proposal.DraftId && p.SectionId == proposal.SectionId)
                .OrderBy(p => p.Position)
                .ThenBy(p => p.StartedAt)
                .Select(p => p.Id)
                .ToListAsync(cancellationToken);
            return order.IndexOf(proposal.Id);
        }

        private async Task<Undo> MoveSectionAsync(Command request, CancellationToken cancellationToken)
        {
            var sections = await db.Set<Section>()
                .Where(section => section.DraftId == request.DraftId)
                .OrderBy(section => section.Position)
                .ThenBy(section => section.Id)
                .ToListAsync(cancellationToken);
            var from = sections.FindIndex(section => section.Id == request.Target);
            if (from < 0)
            {
                throw new RuleBroken(ProposalRules.ATextStaysInItsSpace);
            }

            var to = request.Position ?? from + Shift(request.Act);
            var order = Ordering.Moved(sections.Select(section => section.Id), request.Target, to);
            foreach (var section in sections)
            {
                section.MoveTo(order.ToList().IndexOf(section.Id) + 1, request.By, clock.GetUtcNow());
            }

            await db.SaveChangesAsync(cancellationToken);
            return new Undo(Arrangement.Place, Position: from);
        }

        private static int Shift(Arrangement act) => act == Arrangement.Up ? -1 : 1;

        private static void RequireWritten(Proposal proposal)
        {
            if (!proposal.State.IsBeingWritten())
            {
                throw new RuleBroken(ProposalRules.AVotedWordingIsFixed);
            }
        }
    }
}

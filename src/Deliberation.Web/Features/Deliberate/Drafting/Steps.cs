using Deliberation.Domain;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>Takes a proposal one step on, and its text with it.</summary>
internal sealed class Steps(
    DeliberationDb db,
    Documents documents,
    TextsTogether together,
    TextMoves moves,
    TimeProvider clock
)
{
    /// <exception cref="RuleBroken">The step does not follow, or misses its words or the other proposal.</exception>
    public async Task TakeAsync(Progress.Command request, CancellationToken cancellationToken)
    {
        if (request.Step == Step.Merge)
        {
            var from = await FindAsync(request.ProposalId, cancellationToken);
            var into = await FindAsync(request.Into ?? request.ProposalId, cancellationToken);
            await together.WriteAsync(
                [from.DocumentId, into.DocumentId],
                async () =>
                {
                    await moves.MergeAsync(from, into, request.By, cancellationToken);
                    return await TakeStepAsync(request, cancellationToken);
                },
                cancellationToken
            );
        }
        else
        {
            await db.InOneTransactionAsync(
                () => TakeStepAsync(request, cancellationToken),
                cancellationToken
            );
        }
    }

    private async Task<bool> TakeStepAsync(Progress.Command request, CancellationToken cancellationToken)
    {
        var proposal = await FindAsync(request.ProposalId, cancellationToken);
        await TakeAsync(proposal, request, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await FollowAsync(proposal, cancellationToken);
        return true;
    }

    private async Task TakeAsync(
        Proposal proposal,
        Progress.Command request,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        switch (request.Step)
        {
            case Step.BeginDrafting:
                proposal.BeginDrafting(now);
                break;
            case Step.Debate:
                proposal.Debate(now);
                break;
            case Step.Withdraw:
                proposal.Withdraw(request.Words, now);
                break;
            case Step.Merge:
                proposal.Merge(await FindAsync(request.Into ?? proposal.Id, cancellationToken), now);
                break;
            case Step.AdoptElsewhere:
                proposal.AdoptElsewhere(request.Words, now);
                break;
            default:
                throw new RuleBroken(ProposalRules.StatesFollowInOrder);
        }
    }

    // A text may change as long as its proposal is being written.
    private async Task FollowAsync(Proposal proposal, CancellationToken cancellationToken)
    {
        var document = await db.Set<Document>()
            .SingleAsync(d => d.Id == proposal.DocumentId, cancellationToken);
        if (document.IsFrozen && proposal.State.IsBeingWritten())
        {
            await documents.ThawAsync(document.Id, cancellationToken);
        }
        else if (!document.IsFrozen && !proposal.State.IsBeingWritten())
        {
            var reason = $"Proposition {proposal.State.French().ToLowerInvariant()}";
            await documents.FreezeAsync(document.Id, reason, cancellationToken);
        }
    }

    private async Task<Proposal> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Set<Proposal>().SingleOrDefaultAsync(proposal => proposal.Id == id, cancellationToken)
        ?? throw new RuleBroken(ProposalRules.AMergeHasAnotherProposal);
}

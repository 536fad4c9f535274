using Deliberation.Domain;
using Deliberation.Domain.Deliberate.Amendments;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Features.Deliberate.Drafting;
using Deliberation.Web.Features.Deliberate.Drafting.Live;
using Deliberation.Web.Platform.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Amendments;

/// <summary>
/// Puts an amendment into its text: exactly the words that were shown, in their author's name, by the path of every
/// keystroke. Interrupted between the text and the decision, it is done again without writing twice.
/// </summary>
internal static class Adopt
{
    /// <param name="Shown">The words to be replaced, as the person who decides read them.</param>
    public sealed record Command(Guid AmendmentId, string Shown, Guid By) : IRequest<Unit>;

    internal sealed class Handler(
        DeliberationDb db,
        DocumentLog log,
        LiveDocuments documents,
        TimeProvider clock
    ) : IRequestHandler<Command, Unit>
    {
        private const int Attempts = 20;

        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    await TryAsync(request, cancellationToken);
                    return Unit.Value;
                }
                catch (RuleBroken broken)
                    when (broken.Rule == DraftingRules.AnAdoptionFindsTheTextAsRead && attempt < Attempts)
                {
                    // Someone typed in this very moment: look again where the words are.
                    db.ChangeTracker.Clear();
                }
            }
        }

        private async Task TryAsync(Command request, CancellationToken cancellationToken)
        {
            var amendment = await db.Set<Amendment>()
                .SingleAsync(found => found.Id == request.AmendmentId, cancellationToken);
            var key = $"amend-{amendment.Id:N}";
            var isWritten = await log.LastOfAsync(amendment.DocumentId, key, cancellationToken) is not null;
            var text = await log.NowAsync(amendment.DocumentId, amendment.Anchor.Version, cancellationToken);
            if (!isWritten)
            {
                amendment.MoveTo(text.Follow(amendment.Anchor), clock.GetUtcNow());
            }

            if (amendment.State != AmendmentState.Outdated)
            {
                var standing = isWritten ? request.Shown : text.Words(amendment.Anchor);
                amendment.Adopt(request.Shown, standing, request.By, clock.GetUtcNow());
                if (!isWritten)
                {
                    await WriteAsync(amendment, text, key, cancellationToken);
                }
            }

            await db.SaveChangesAsync(cancellationToken);
        }

        private async Task WriteAsync(
            Amendment amendment,
            TextNow text,
            string key,
            CancellationToken cancellationToken
        )
        {
            using var lease =
                await documents.HoldAsync(amendment.DocumentId, cancellationToken)
                ?? throw new RuleBroken(DraftingRules.MembersReadDrafts);
            var (_, from, to) = amendment.Anchor;
            var change = TextChange.Replace(text.Text.Length, from, to, amendment.Proposed);
            ClientChange[] one = [new(key, 0, change)];
            await lease.Document.PushAsync(
                new Push(amendment.ProposedBy, text.Version, one) { IsExact = true },
                cancellationToken
            );
        }
    }
}

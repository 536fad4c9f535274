using Deliberation.Domain.Deliberate.Amendments;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Features.Account;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>What someone wrote around the texts, and how far they read each, for the file they can take away.</summary>
internal sealed class DraftingData(DeliberationDb db) : IPersonalData
{
    public string Key => "drafting";

    public async Task<object> OfAsync(Guid personId, CancellationToken cancellationToken) =>
        new
        {
            Comments = await db.Set<Comment>()
                .Where(comment => comment.WrittenBy == personId)
                .Select(comment => new { comment.Words, comment.WrittenAt })
                .ToListAsync(cancellationToken),
            Replies = await db.Set<Comment>()
                .SelectMany(comment => comment.Replies)
                .Where(reply => reply.By == personId)
                .Select(reply => new { reply.Words, reply.At })
                .ToListAsync(cancellationToken),
            Amendments = await db.Set<Amendment>()
                .Where(amendment => amendment.ProposedBy == personId)
                .Select(amendment => new
                {
                    amendment.Replaced,
                    amendment.Proposed,
                    amendment.Reasons,
                    amendment.ProposedAt,
                })
                .ToListAsync(cancellationToken),
            Visits = await db.Set<Visit>()
                .Where(visit => visit.PersonId == personId)
                .Select(visit => new
                {
                    visit.DocumentId,
                    visit.Version,
                    visit.At,
                })
                .ToListAsync(cancellationToken),
        };
}

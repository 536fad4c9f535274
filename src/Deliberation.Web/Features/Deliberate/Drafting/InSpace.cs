using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>Drafts, proposals and texts as found from the space in the address: those of another space do not exist.</summary>
internal static class InSpace
{
    public static IQueryable<Draft> DraftsOf(this DeliberationDb db, string slug) =>
        from draft in db.Set<Draft>()
        join space in db.Set<Space>() on draft.SpaceId equals space.Id
        where space.Slug == slug
        select draft;

    public static IQueryable<Proposal> ProposalsOf(this DeliberationDb db, string slug) =>
        from proposal in db.Set<Proposal>()
        join space in db.Set<Space>() on proposal.SpaceId equals space.Id
        where space.Slug == slug
        select proposal;

    public static IQueryable<Document> DocumentsOf(this DeliberationDb db, string slug) =>
        from document in db.Set<Document>()
        join space in db.Set<Space>() on document.SpaceId equals space.Id
        where space.Slug == slug
        select document;

    /// <summary>With its replies and those it calls, asked for one after another: joined, its words would come once for each pair.</summary>
    public static IQueryable<Comment> Whole(this IQueryable<Comment> comments) => comments.AsSplitQuery();

    public static IQueryable<Comment> CommentsOf(this DeliberationDb db, string slug) =>
        from comment in db.Set<Comment>()
        join space in db.Set<Space>() on comment.SpaceId equals space.Id
        where space.Slug == slug
        select comment;

    /// <summary>May the wording of a text still become another one? Not once its proposal is voted on or decided.</summary>
    public static async Task<bool> IsWrittenAsync(
        this DeliberationDb db,
        Guid documentId,
        CancellationToken cancellationToken
    ) =>
        !await db.Set<Proposal>()
            .AnyAsync(
                proposal => proposal.DocumentId == documentId && proposal.State > ProposalState.Debated,
                cancellationToken
            );
}

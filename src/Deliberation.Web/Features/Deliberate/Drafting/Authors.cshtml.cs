using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>
/// Who wrote an opinion, in characters that stand today: by name for those who agreed, by table for the others.
/// </summary>
[Authorize(Policy = Policies.SpaceReader)]
internal sealed class Authors(IMediator mediator) : PageModel
{
    public string Slug { get; private set; } = "";

    public Result Data { get; private set; } = null!; // set before the page is shown

    public async Task<IActionResult> OnGetAsync(
        string slug,
        Guid draftId,
        CancellationToken cancellationToken
    )
    {
        if (await mediator.Send(new Query(slug, draftId), cancellationToken) is not { } found)
        {
            return NotFound();
        }

        (Slug, Data) = (slug, found);
        return Page();
    }

    public sealed record Query(string Slug, Guid DraftId) : IRequest<Result?>;

    public sealed record Result(string Title, int Total, int People, IReadOnlyList<Line> Lines);

    /// <param name="Name">Null for those who are not named.</param>
    /// <param name="Table">Theirs; null for all others together.</param>
    public sealed record Line(string? Name, int? Table, int Characters);

    internal sealed class Handler(DeliberationDb db, TextHistory history) : IRequestHandler<Query, Result?>
    {
        public async Task<Result?> Handle(Query request, CancellationToken cancellationToken)
        {
            var draft = await db.DraftsOf(request.Slug)
                .AsNoTracking()
                .FirstOrDefaultAsync(found => found.Id == request.DraftId, cancellationToken);
            if (draft is null)
            {
                return null;
            }

            var writers = await history.WritersAsync(draft.SpaceId, cancellationToken);
            var standing = await StandingAsync(draft.Id, cancellationToken);
            var bylines = writers.ToDictionary(
                writer => writer.Key,
                writer => new Byline(writer.Value.IsNamed, writer.Value.Table)
            );
            return new Result(
                draft.Title,
                standing.Sum(passage => passage.Length),
                standing.DistinctBy(passage => passage.Author).Count(),
                [.. Authorship.Of(standing, bylines).Select(share => Told(share, writers))]
            );
        }

        private static Line Told(Share share, IReadOnlyDictionary<Guid, Writer> writers) =>
            new(share.Person is { } person ? writers[person].Name : null, share.Table, share.Characters);

        // What was withdrawn or merged is not part of the opinion any more.
        private async Task<List<Passage>> StandingAsync(Guid draftId, CancellationToken cancellationToken)
        {
            var sections = db.Set<Section>()
                .Where(section => section.DraftId == draftId)
                .Select(section => section.DocumentId);
            var proposals = db.Set<Proposal>()
                .Where(proposal =>
                    proposal.DraftId == draftId
                    && proposal.State != ProposalState.Withdrawn
                    && proposal.State != ProposalState.Merged
                    && proposal.State != ProposalState.Rejected
                )
                .Select(proposal => proposal.DocumentId);
            var standing = new List<Passage>();
            foreach (var text in await sections.Concat(proposals).ToListAsync(cancellationToken))
            {
                standing.AddRange((await history.AttributionAsync(text, cancellationToken)).Passages);
            }

            return standing;
        }
    }
}

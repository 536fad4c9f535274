using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>The members' workroom: each draft as an outline of parts and proposals, with the state of each.</summary>
[Authorize(Policy = Policies.SpaceReader)]
internal sealed class Workroom(IMediator mediator, Roles roles) : PageModel
{
    public string Slug { get; private set; } = "";

    public Result Data { get; private set; } = null!; // set before the page is shown

    public SpaceRole Role { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        Slug = slug;
        Role = await roles.InSpaceAsync(User.PersonId(), slug) ?? SpaceRole.Observer;
        Data = await mediator.Send(new Query(slug), cancellationToken);
        return Page();
    }

    public sealed record Query(string Slug) : IRequest<Result>;

    public sealed record Result(string SpaceTitle, IReadOnlyList<Outline> Drafts);

    /// <param name="Parts">In order; the last one, without a title, holds the proposals that have no place yet.</param>
    public sealed record Outline(Guid Id, string Title, IReadOnlyList<Part> Parts);

    public sealed record Part(string? Title, Guid? DocumentId, IReadOnlyList<Line> Proposals);

    public sealed record Line(Guid DocumentId, string Title, string Theme, ProposalState State, int Changes);

    internal sealed class Handler(DeliberationDb db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var title = await db.Set<Space>()
                .Where(space => space.Slug == request.Slug)
                .Select(space => space.Title)
                .FirstAsync(cancellationToken);
            var drafts = await db.DraftsOf(request.Slug)
                .OrderByDescending(draft => draft.StartedAt)
                .Take(20)
                .ToListAsync(cancellationToken);
            var outlines = new List<Outline>();
            foreach (var draft in drafts)
            {
                outlines.Add(
                    new Outline(draft.Id, draft.Title, await PartsAsync(draft.Id, cancellationToken))
                );
            }

            return new Result(title, outlines);
        }

        private async Task<IReadOnlyList<Part>> PartsAsync(Guid draftId, CancellationToken cancellationToken)
        {
            var sections = await db.Set<Section>()
                .AsNoTracking()
                .Where(section => section.DraftId == draftId)
                .OrderBy(section => section.Position)
                .ToListAsync(cancellationToken);
            var proposals = await db.Set<Proposal>()
                .Where(proposal => proposal.DraftId == draftId)
                .OrderBy(proposal => proposal.Position)
                .ThenBy(proposal => proposal.StartedAt)
                .Select(proposal => new
                {
                    proposal.SectionId,
                    Line = new Line(
                        proposal.DocumentId,
                        proposal.Title,
                        proposal.Theme,
                        proposal.State,
                        db.Set<ChangeRow>()
                            .Where(change => change.DocumentId == proposal.DocumentId)
                            .Max(change => (int?)change.Version)
                            ?? 0
                    ),
                })
                .ToListAsync(cancellationToken);
            var under = proposals.ToLookup(proposal => proposal.SectionId, proposal => proposal.Line);
            return
            [
                .. sections.Select(section => new Part(
                    section.Title,
                    section.DocumentId,
                    [.. under[section.Id]]
                )),
                new Part(null, null, [.. under[null]]),
            ];
        }
    }
}

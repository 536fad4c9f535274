using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Features.Deliberate.Contributions;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>The members' workroom: each draft as an outline of parts and proposals, with what is new in each.</summary>
[Authorize(Policy = Policies.SpaceReader)]
internal sealed class Workroom(IMediator mediator, Roles roles, ThemeNames themes) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    public string Slug { get; private set; } = "";

    public Result Data { get; private set; } = null!; // set before the page is shown

    public SpaceRole Role { get; private set; }

    public IReadOnlyDictionary<string, string> Themes { get; private set; } = null!; // set before the page is shown

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        Slug = slug;
        Role = await roles.InSpaceAsync(User.PersonId(), slug) ?? SpaceRole.Observer;
        Data = await mediator.Send(new Query(slug, Words ?? "", User.PersonId()), cancellationToken);
        Themes = await themes.AllAsync(cancellationToken);
        return Page();
    }

    public sealed record Query(string Slug, string Words, Guid By) : IRequest<Result>;

    /// <param name="Calls">Open discussions in which the reader was called by name.</param>
    /// <param name="Found">Where the words looked for are; null when nothing was looked for.</param>
    public sealed record Result(
        string SpaceTitle,
        IReadOnlyList<Outline> Drafts,
        IReadOnlyList<Call> Calls,
        IReadOnlyList<FoundWords>? Found
    );

    public sealed record Call(Guid CommentId, string Words);

    internal sealed class Handler(DeliberationDb db, Outlines outlines, FindInTexts finder)
        : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var title = await db.Set<Space>()
                .Where(space => space.Slug == request.Slug)
                .Select(space => space.Title)
                .FirstAsync(cancellationToken);
            var drafts = await db.DraftsOf(request.Slug)
                .AsNoTracking()
                .OrderByDescending(draft => draft.StartedAt)
                .Take(20)
                .ToListAsync(cancellationToken);
            var read = new List<Outline>();
            foreach (var draft in drafts)
            {
                read.Add(await outlines.ReadAsync(draft, request.By, cancellationToken));
            }

            var found = string.IsNullOrWhiteSpace(request.Words)
                ? null
                : await finder.FindAsync(request.Slug, request.Words, cancellationToken);
            return new Result(title, read, await CallsAsync(request, cancellationToken), found);
        }

        private async Task<List<Call>> CallsAsync(Query request, CancellationToken cancellationToken) =>
            await db.CommentsOf(request.Slug)
                .Where(comment => comment.ResolvedAt == null)
                .Where(comment => comment.Mentions.Any(mention => mention.PersonId == request.By))
                .OrderByDescending(comment => comment.WrittenAt)
                .Take(20)
                .Select(comment => new Call(comment.Id, comment.Words))
                .ToListAsync(cancellationToken);
    }
}

using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Domain.Deliberate.Contributions;
using Deliberation.Domain.Deliberate.Sessions;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Platform.Caching;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Member = Deliberation.Domain.Assemble.Membership.Membership;

namespace Deliberation.Web.Features.Assemble.Spaces;

/// <summary>One space: its question, its calendar, its sessions, its members as they chose to appear.</summary>
[AllowAnonymous]
[SameForEveryone]
internal sealed class Show(IMediator mediator, Roles roles) : PageModel
{
    public Result Data { get; private set; } = null!; // set before the page is shown

    /// <summary>The reader's own role here; null for the public.</summary>
    public SpaceRole? Role { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new Query(slug), cancellationToken) is not { } found)
        {
            return NotFound();
        }

        Data = found;
        Role = User.FindPersonId() is { } person ? await roles.InSpaceAsync(person, slug) : null;
        return Page();
    }

    public sealed record Query(string Slug) : IRequest<Result?>;

    public sealed record Result(
        Space Space,
        IReadOnlyList<Session> Sessions,
        IReadOnlyList<Shown> Members,
        int UnnamedMembers,
        int PublicContributions,
        DateOnly Today
    );

    public sealed record Shown(string Name, SpaceRole Role);

    internal sealed class Handler(DeliberationDb db, TimeProvider clock) : IRequestHandler<Query, Result?>
    {
        private const int MostMembers = 400;

        public async Task<Result?> Handle(Query request, CancellationToken cancellationToken)
        {
            var space = await db.Set<Space>()
                .AsNoTracking()
                .FirstOrDefaultAsync(space => space.Slug == request.Slug, cancellationToken);
            return space is null ? null : await DescribeAsync(space, cancellationToken);
        }

        private async Task<Result> DescribeAsync(Space space, CancellationToken cancellationToken)
        {
            var sessions = await db.Set<Session>()
                .AsNoTracking()
                .Where(session => session.SpaceId == space.Id)
                .OrderBy(session => session.From)
                .Take(100)
                .ToListAsync(cancellationToken);
            var members = await db.Set<Member>()
                .AsNoTracking()
                .Where(member => member.SpaceId == space.Id && member.EndedAt == null)
                .OrderBy(member => member.Name)
                .Take(MostMembers)
                .ToListAsync(cancellationToken);
            var contributions = await db.Set<Contribution>()
                .CountAsync(
                    contribution => contribution.SpaceId == space.Id && contribution.IsPublic,
                    cancellationToken
                );

            return new Result(
                space,
                sessions,
                [
                    .. members
                        .Where(member => member.IsPublic)
                        .Select(member => new Shown(member.Name, member.Role)),
                ],
                members.Count(member => !member.IsPublic && member.Role.Votes()),
                contributions,
                WorkingDays.DateInParis(clock.GetUtcNow())
            );
        }
    }
}

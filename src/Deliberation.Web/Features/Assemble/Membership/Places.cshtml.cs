using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Web.Features.Account;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Member = Deliberation.Domain.Assemble.Membership.Membership;

namespace Deliberation.Web.Features.Assemble.Membership;

/// <summary>Who has a place in a space, for those who welcome them; addresses are not shown.</summary>
[Authorize(Policy = Policies.SpaceInviter)]
internal sealed class Places(DeliberationDb db) : PageModel
{
    private const int PerPage = 50;

    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Pages { get; private set; }

    public string Title { get; private set; } = "";

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var space = await db.Set<Space>()
            .Where(row => row.Slug == Slug)
            .Select(row => new { row.Id, row.Title })
            .FirstOrDefaultAsync(cancellationToken);
        if (space is null)
        {
            return NotFound();
        }

        Title = space.Title;
        var active = db.Set<Member>().Where(row => row.SpaceId == space.Id && row.EndedAt == null);
        Pages = Math.Max(1, (await active.CountAsync(cancellationToken) + PerPage - 1) / PerPage);
        P = Math.Clamp(P, 1, Pages);
        Lines = await (
            from member in active
            join person in db.Set<Person>() on member.PersonId equals person.Id
            orderby member.Role descending, member.Name, member.Id
            select new Line(member.Id, member.Name, member.Role, member.Table, person.Email != null)
        )
            .Skip((P - 1) * PerPage)
            .Take(PerPage)
            .ToListAsync(cancellationToken);
        return Page();
    }

    internal sealed record Line(Guid Id, string Name, SpaceRole Role, int? Table, bool HasAddress);
}

using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Web.Features.Account;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Member = Deliberation.Domain.Assemble.Membership.Membership;

namespace Deliberation.Web.Features.Assemble.Membership;

/// <summary>
/// Makes a card that lets a member without e-mail back in. Never for someone who has another way in, nor for those
/// who run things: a facilitator must not be able to become them.
/// </summary>
[Authorize(Policy = Policies.SpaceInviter)]
internal sealed class ReturnCard(IMediator mediator, DeliberationDb db) : PageModel
{
    private const int Days = 7;

    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public IActionResult OnGet() => RedirectToPage("Places", new { Slug });

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var found = await FindAsync(cancellationToken);
        if (found is null)
        {
            return NotFound();
        }

        await mediator.Send(
            new MakeCards.Command(User.PersonId(), Slug, 1, found.Role, Days, found.PersonId),
            cancellationToken
        );

        return RedirectToPage("PrintCards", new { Slug });
    }

    private Task<Returning?> FindAsync(CancellationToken cancellationToken) =>
        (
            from member in db.Set<Member>()
            join space in db.Set<Space>() on member.SpaceId equals space.Id
            join person in db.Set<Person>() on member.PersonId equals person.Id
            where
                space.Slug == Slug
                && member.Id == Id
                && member.EndedAt == null
                && person.Email == null
                && !db.Set<Member>()
                    .Any(other =>
                        other.PersonId == person.Id
                        && other.EndedAt == null
                        && other.Role == SpaceRole.Facilitator
                    )
                && !db.Set<Appointment>().Any(held => held.PersonId == person.Id && held.EndedAt == null)
            select new Returning(person.Id, member.Role)
        ).FirstOrDefaultAsync(cancellationToken);

    private sealed record Returning(Guid PersonId, SpaceRole Role);
}

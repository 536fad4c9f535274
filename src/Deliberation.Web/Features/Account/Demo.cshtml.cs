using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Features.Assemble.Membership;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security.Sessions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Member = Deliberation.Domain.Assemble.Membership.Membership;

namespace Deliberation.Web.Features.Account;

/// <summary>
/// Steps into a fictional persona in one click. <see cref="DoorSetup"/> gives this page an address in Development
/// only; it checks again besides, and never lets anyone step into a real person.
/// </summary>
[AllowAnonymous]
internal sealed class Demo(DeliberationDb db, Door door, IHostEnvironment environment) : PageModel
{
    public IReadOnlyList<IGrouping<string, Persona>> Groups { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!environment.IsDevelopment())
        {
            return NotFound();
        }

        var personas = (await InSpacesAsync(cancellationToken)).Concat(
            await InInstanceAsync(cancellationToken)
        );
        Groups = [.. personas.GroupBy(persona => persona.Role)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(
        Guid person,
        string? retour,
        CancellationToken cancellationToken
    )
    {
        var isPersona =
            environment.IsDevelopment()
            && await db.Set<Person>().AnyAsync(row => row.Id == person && row.IsFictional, cancellationToken);
        if (!isPersona)
        {
            return NotFound();
        }

        await door.EnterAsync(HttpContext, person, SignInMeans.Demo, isOwnDevice: true);

        return Redirect(Door.PlaceToGo(retour));
    }

    private async Task<List<Persona>> InSpacesAsync(CancellationToken cancellationToken)
    {
        var members = await (
            from person in db.Set<Person>()
            join member in db.Set<Member>() on person.Id equals member.PersonId
            join space in db.Set<Space>() on member.SpaceId equals space.Id
            // Those without an address only fill the seats.
            where person.IsFictional && person.Email != null && member.EndedAt == null
            orderby member.Role == SpaceRole.Facilitator descending, member.Role, person.Name
            select new
            {
                person.Id,
                person.Name,
                member.Role,
                space.Slug,
                space.Title,
            }
        )
            .Take(200)
            .ToListAsync(cancellationToken);
        return
        [
            .. members.Select(row => new Persona(
                row.Id,
                row.Name,
                row.Role.OnScreen(),
                row.Title,
                $"/dispositifs/{row.Slug}"
            )),
        ];
    }

    private async Task<List<Persona>> InInstanceAsync(CancellationToken cancellationToken)
    {
        var staff = await (
            from person in db.Set<Person>()
            join appointment in db.Set<Appointment>() on person.Id equals appointment.PersonId
            from body in db.Set<Body>().Where(body => body.Id == appointment.BodyId).DefaultIfEmpty()
            where person.IsFictional && person.Email != null && appointment.EndedAt == null
            orderby appointment.Role
            select new
            {
                person.Id,
                person.Name,
                appointment.Role,
                Body = body == null ? "" : body.Name,
            }
        )
            .Take(100)
            .ToListAsync(cancellationToken);
        return
        [
            .. staff.Select(row => new Persona(row.Id, row.Name, row.Role.OnScreen(), row.Body, "/bureau")),
        ];
    }

    internal sealed record Persona(Guid Id, string Name, string Role, string Where, string Goes);
}

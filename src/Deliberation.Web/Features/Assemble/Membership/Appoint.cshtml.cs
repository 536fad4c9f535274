using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Features.Account;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Assemble.Membership;

/// <summary>Makes a person an agent of a body, a moderator or an administrator.</summary>
[Authorize(Policy = Policies.Administrator)]
[SecondFactor]
internal sealed class Appoint(IMediator mediator, DeliberationDb db, FeatureTexts<Appoint> texts)
    : PageModel,
        IShownAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Data { get; set; } = new(InstanceRole.Agent, null);

    public string Name { get; private set; } = "";

    public IReadOnlyList<Held> Roles { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Bodies { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Choices =>
        [
            .. Enum.GetValues<InstanceRole>()
                .Select(role => new SelectListItem(texts[role.OnScreen()], role.ToString())),
        ];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        var body = Data.Role == InstanceRole.Agent ? Data.BodyId : null;
        await mediator.Send(new Command(User.PersonId(), Id, Data.Role, body), cancellationToken);

        return RedirectToPage();
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        Name =
            await db.Set<Person>()
                .Where(person => person.Id == Id)
                .Select(person => person.Name)
                .FirstOrDefaultAsync(cancellationToken)
            ?? "";
        Roles = await (
            from appointment in db.Set<Appointment>()
            from body in db.Set<Body>().Where(body => body.Id == appointment.BodyId).DefaultIfEmpty()
            where appointment.PersonId == Id && appointment.EndedAt == null
            select new Held(
                appointment.Id,
                appointment.Role,
                body == null ? null : body.Name,
                appointment.AppointedAt
            )
        ).ToListAsync(cancellationToken);
        Bodies = await db.Set<Body>()
            .OrderBy(body => body.Name)
            .Take(500)
            .Select(body => new SelectListItem(body.Name, body.Id.ToString()))
            .ToListAsync(cancellationToken);
        return Name.Length > 0;
    }

    internal sealed record Held(Guid Id, InstanceRole Role, string? Body, DateTimeOffset Since);

    internal sealed record Form(InstanceRole Role, Guid? BodyId);

    /// <summary>The same appointment, asked twice, is made once.</summary>
    internal sealed record Command(Guid By, Guid PersonId, InstanceRole Role, Guid? BodyId = null)
        : IRequest<Guid>;

    internal sealed class Handler(DeliberationDb db, TimeProvider clock) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var held = await db.Set<Appointment>()
                .Where(appointment =>
                    appointment.PersonId == request.PersonId
                    && appointment.Role == request.Role
                    && appointment.EndedAt == null
                )
                .ToListAsync(cancellationToken);
            var same = held.Find(appointment => appointment.BodyId == request.BodyId);
            if (same is not null)
            {
                return same.Id;
            }

            var now = clock.GetUtcNow();
            foreach (var elsewhere in held)
            {
                elsewhere.End(now);
            }

            var appointment = Appointment.Make(
                Guid.CreateVersion7(now),
                request.PersonId,
                request.Role,
                request.BodyId,
                now
            );
            db.Add(appointment);
            await db.SaveChangesAsync(cancellationToken);

            return appointment.Id;
        }
    }
}

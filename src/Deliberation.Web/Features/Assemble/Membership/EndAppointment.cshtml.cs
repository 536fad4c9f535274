using Deliberation.Domain.Assemble.Membership;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Assemble.Membership;

/// <summary>Ends a person's role in the instance; it takes effect at their next request.</summary>
[Authorize(Policy = Policies.Administrator)]
[SecondFactor]
internal sealed class EndAppointment(IMediator mediator) : PageModel, IShownAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid Appointment { get; set; }

    public IActionResult OnGet() => RedirectToPage("Appoint", new { Id });

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await mediator.Send(new Command(User.PersonId(), Id, Appointment), cancellationToken)
            ? RedirectToPage("Appoint", new { Id })
            : NotFound();

    public Task<bool> LoadAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>False when this person holds no such role.</summary>
    internal sealed record Command(Guid By, Guid PersonId, Guid AppointmentId) : IRequest<bool>;

    internal sealed class Handler(DeliberationDb db, TimeProvider clock) : IRequestHandler<Command, bool>
    {
        public async Task<bool> Handle(Command request, CancellationToken cancellationToken)
        {
            var held = await db.Set<Appointment>()
                .FirstOrDefaultAsync(
                    row => row.Id == request.AppointmentId && row.PersonId == request.PersonId,
                    cancellationToken
                );
            if (held is null)
            {
                return false;
            }

            var another = await db.Set<Appointment>()
                .AnyAsync(
                    row => row.Role == held.Role && row.EndedAt == null && row.Id != held.Id,
                    cancellationToken
                );
            held.End(clock.GetUtcNow(), isLastOfItsRole: !another);
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
    }
}

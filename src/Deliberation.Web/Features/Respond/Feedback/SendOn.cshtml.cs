using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>An agent sends a feedback that was wrongly entrusted to their body on to the one that can answer, in public.</summary>
[Authorize(Policy = Policies.Agent)]
[SecondFactor]
internal sealed class SendOn(IMediator mediator) : PageModel
{
    [FromRoute]
    public string Number { get; set; } = "";

    [BindProperty]
    public Guid BodyId { get; set; }

    [BindProperty]
    public string? Because { get; set; }

    public IActionResult OnGet() => Redirect(DeskAddress.Answer(Number));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(new Command(Number, BodyId, Because ?? "", User.PersonId()), cancellationToken);
        return Redirect("/bureau/retours/a-repondre");
    }

    public sealed record Command(string Number, Guid BodyId, string Because, Guid By) : IRequest;

    internal sealed class Handler(DeliberationDb db, Roles roles, TimeProvider clock)
        : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var feedback = await db.FeedbackAsync(request.Number, cancellationToken);
            var own = await db.BodyAsync(await roles.BodyOfAsync(request.By), cancellationToken);
            if (feedback.BodyId != own.Id)
            {
                throw new Absent(request.Number);
            }

            var other = await db.BodyAsync(request.BodyId, cancellationToken);
            feedback.SendOn(other.Id, request.Because, request.By, clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}

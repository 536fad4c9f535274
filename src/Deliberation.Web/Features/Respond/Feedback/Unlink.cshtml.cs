using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>A moderator undoes a link; that it existed stays in the register.</summary>
[Authorize(Policy = Policies.Moderator)]
[SecondFactor]
internal sealed class Unlink(IMediator mediator) : PageModel
{
    [FromRoute]
    public string Number { get; set; } = "";

    [BindProperty]
    public string? Reference { get; set; }

    public IActionResult OnGet() => Redirect(DeskAddress.Of(Number));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(new Command(Number, Reference ?? "", User.PersonId()), cancellationToken);
        return Redirect(DeskAddress.Of(Number));
    }

    public sealed record Command(string Number, string Reference, Guid By) : IRequest;

    internal sealed class Handler(DeliberationDb db, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var feedback = await db.FeedbackAsync(request.Number, cancellationToken);
            feedback.Unlink(request.Reference, request.By, clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}

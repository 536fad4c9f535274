using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>A moderator entrusts a public feedback to the body that can answer.</summary>
[Authorize(Policy = Policies.Moderator)]
[SecondFactor]
internal sealed class PassOn(IMediator mediator) : PageModel
{
    [FromRoute]
    public string Number { get; set; } = "";

    [BindProperty]
    public Guid BodyId { get; set; }

    public IActionResult OnGet() => Redirect(DeskAddress.Of(Number));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(new Command(Number, BodyId, User.PersonId()), cancellationToken);
        return Redirect(DeskAddress.Of(Number));
    }

    public sealed record Command(string Number, Guid BodyId, Guid By) : IRequest;

    internal sealed class Handler(DeliberationDb db, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var feedback = await db.FeedbackAsync(request.Number, cancellationToken);
            var body = await db.BodyAsync(request.BodyId, cancellationToken);
            feedback.PassOn(body.Id, request.By, clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}

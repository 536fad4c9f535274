using Deliberation.Domain.Respond.Feedback.Triage;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>A moderator corrects how serious a feedback is.</summary>
[Authorize(Policy = Policies.Moderator)]
[SecondFactor]
internal sealed class Weigh(IMediator mediator) : PageModel
{
    [FromRoute]
    public string Number { get; set; } = "";

    [BindProperty]
    public Severity Severity { get; set; }

    [BindProperty]
    public string? Because { get; set; }

    public IActionResult OnGet() => Redirect(DeskAddress.Of(Number));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(new Command(Number, Severity, Because ?? "", User.PersonId()), cancellationToken);
        return Redirect(DeskAddress.Of(Number));
    }

    public sealed record Command(string Number, Severity Severity, string Because, Guid By) : IRequest;

    internal sealed class Handler(DeliberationDb db, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var feedback = await db.FeedbackAsync(request.Number, cancellationToken);
            feedback.Weigh(request.Severity, request.Because, request.By, clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}

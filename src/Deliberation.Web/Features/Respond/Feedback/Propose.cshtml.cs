using Deliberation.Domain.Respond.Feedback;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>A first moderator says what they would decide of a serious feedback.</summary>
[Authorize(Policy = Policies.Moderator)]
[SecondFactor]
internal sealed class Propose(IMediator mediator, FeedbackQueue queue) : PageModel
{
    [FromRoute]
    public string Number { get; set; } = "";

    /// <summary>Why not to publish it; nothing proposes to publish.</summary>
    [BindProperty]
    public WithholdingReason? Reason { get; set; }

    [BindProperty]
    public string? Because { get; set; }

    /// <summary>The queue it was read in; the next of it comes after.</summary>
    [BindProperty(Name = "vue")]
    public DeskView? Queue { get; set; }

    public IActionResult OnGet() => Redirect(DeskAddress.Of(Number));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return BadRequest(); // a mistyped reason is not a wish to publish
        }

        await mediator.Send(new Command(Number, Reason, Because ?? "", User.PersonId()), cancellationToken);
        return Redirect(await queue.AfterAsync(Number, Queue, cancellationToken));
    }

    /// <param name="Reason">Null proposes to publish.</param>
    public sealed record Command(string Number, WithholdingReason? Reason, string Because, Guid By)
        : IRequest;

    internal sealed class Handler(DeliberationDb db, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var feedback = await db.FeedbackAsync(request.Number, cancellationToken);
            feedback.Propose(request.Reason, request.Because, request.By, clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}

using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>A moderator sets advertising or noise aside.</summary>
[Authorize(Policy = Policies.Moderator)]
[SecondFactor]
internal sealed class MarkAsSpam(IMediator mediator, FeedbackQueue queue) : PageModel
{
    [FromRoute]
    public string Number { get; set; } = "";

    /// <summary>The queue it was read in; the next of it comes after.</summary>
    [BindProperty(Name = "vue")]
    public DeskView? Queue { get; set; }

    public IActionResult OnGet() => Redirect(DeskAddress.Of(Number));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(new Command(Number, User.PersonId()), cancellationToken);
        return Redirect(await queue.AfterAsync(Number, Queue, cancellationToken));
    }

    public sealed record Command(string Number, Guid By) : IRequest;

    internal sealed class Handler(DeliberationDb db, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var feedback = await db.FeedbackAsync(request.Number, cancellationToken);
            feedback.MarkAsSpam(request.By, clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}

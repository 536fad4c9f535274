using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>A second moderator confirms or declines what the first proposed.</summary>
[Authorize(Policy = Policies.Moderator)]
[SecondFactor]
internal sealed class Decide(IMediator mediator, FeedbackQueue queue) : PageModel
{
    [FromRoute]
    public string Number { get; set; } = "";

    [BindProperty]
    public string? DeclineBecause { get; set; }

    /// <summary>The position of the proposal that was read: another one may wait by now.</summary>
    [BindProperty]
    public int Seen { get; set; }

    /// <summary>The queue it was read in; the next of it comes after.</summary>
    [BindProperty(Name = "vue")]
    public DeskView? Queue { get; set; }

    public IActionResult OnGet() => Redirect(DeskAddress.Of(Number));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var declined = Request.Form.ContainsKey(nameof(DeclineBecause)) ? DeclineBecause ?? "" : null;
        await mediator.Send(new Command(Number, User.PersonId(), Seen, declined), cancellationToken);
        return Redirect(await queue.AfterAsync(Number, Queue, cancellationToken));
    }

    /// <summary>Without a reason the decision is taken; with one it is declined.</summary>
    public sealed record Command(string Number, Guid By, int Seen, string? DeclineBecause = null) : IRequest;

    internal sealed class Handler(DeliberationDb db, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var feedback = await db.FeedbackAsync(request.Number, cancellationToken);
            if (request.DeclineBecause is { } because)
            {
                feedback.DeclineDecision(request.Seen, because, request.By, clock.GetUtcNow());
            }
            else
            {
                feedback.ConfirmDecision(request.Seen, request.By, clock.GetUtcNow());
            }

            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}

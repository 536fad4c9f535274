using Deliberation.Domain;
using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>A moderator says which proposition a feedback speaks of.</summary>
[Authorize(Policy = Policies.Moderator)]
[SecondFactor]
internal sealed class Link(IMediator mediator) : PageModel
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
            var exists = await db.Set<Treatment>()
                .AnyAsync(treatment => treatment.Reference == request.Reference, cancellationToken);
            if (!exists)
            {
                throw new RuleBroken(FeedbackRules.AReferenceNamesAProposition);
            }

            feedback.Link(request.Reference, request.By, clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}

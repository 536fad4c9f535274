using Deliberation.Domain.Respond.Feedback.Meaning;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Deliberation.Web.Features.Respond.Feedback.Meaning;

/// <summary>A moderator sets aside a subject that the words alone had made.</summary>
[Authorize(Policy = Policies.Moderator)]
[SecondFactor]
internal sealed class Dismiss(IMediator mediator) : PageModel
{
    [FromRoute]
    public string Number { get; set; } = "";

    [BindProperty]
    public DismissalReason Reason { get; set; }

    public IActionResult OnGet() => Redirect(KnownSubject.AddressOf(Number));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(new Command(Number, Reason, User.PersonId()), cancellationToken);
        return Redirect(KnownSubject.AddressOf(Number));
    }

    public sealed record Command(string Number, DismissalReason Reason, Guid By) : IRequest;

    internal sealed class Handler(DeliberationDb db, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var subject = await db.SubjectAsync(request.Number, cancellationToken);
            subject.Dismiss(request.Reason, request.By, clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}

using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Deliberation.Web.Features.Respond.Feedback.Meaning;

/// <summary>A moderator says in plain words what the feedbacks of a subject have in common.</summary>
[Authorize(Policy = Policies.Moderator)]
[SecondFactor]
internal sealed class NameSubject(IMediator mediator) : PageModel
{
    [FromRoute]
    public string Number { get; set; } = "";

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Theme { get; set; }

    public IActionResult OnGet() => Redirect(KnownSubject.AddressOf(Number));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(new Command(Number, Name ?? "", Theme, User.PersonId()), cancellationToken);
        return Redirect(KnownSubject.AddressOf(Number));
    }

    public sealed record Command(string Number, string Name, string? Theme, Guid By) : IRequest;

    internal sealed class Handler(DeliberationDb db, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var subject = await db.SubjectAsync(request.Number, cancellationToken);
            var theme = await db.ThemeAsync(request.Theme, cancellationToken);
            subject.Call(request.Name, theme, request.By, clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}

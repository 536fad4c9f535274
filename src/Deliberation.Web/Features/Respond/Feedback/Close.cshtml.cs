using Deliberation.Domain.Respond.Feedback;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>The author says, after an answer, whether giving feedback was useful.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[CountsGuesses]
[ResponseCache(NoStore = true)]
internal sealed class Close(IMediator mediator) : PageModel, IShownAgain
{
    [FromRoute]
    public string Token { get; set; } = "";

    [BindProperty]
    public ClosingMark Mark { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var code = FollowCode.Read(Token) ?? throw new Absent("feedback");
        await mediator.Send(new Command(code, Mark), cancellationToken);
        return Redirect($"/retours/suivre/{code}");
    }

    public Task<bool> LoadAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    public sealed record Command(FollowCode Code, ClosingMark Mark) : IRequest;

    internal sealed class Handler(DeliberationDb db, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var feedback = await db.FeedbackAsync(request.Code, cancellationToken);
            feedback.Close(request.Mark, clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}

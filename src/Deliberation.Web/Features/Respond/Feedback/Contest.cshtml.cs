using Deliberation.Domain.Respond.Feedback;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>The author asks that the decision to withhold their feedback be looked at again.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[CountsGuesses]
[ResponseCache(NoStore = true)]
internal sealed class Contest(IMediator mediator) : PageModel, IShownAgain
{
    [FromRoute]
    public string Token { get; set; } = "";

    [BindProperty]
    public string? Because { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var code = FollowCode.Read(Token) ?? throw new Absent("feedback");
        await mediator.Send(new Command(code, Because ?? ""), cancellationToken);
        return Redirect($"/retours/suivre/{code}");
    }

    public Task<bool> LoadAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    public sealed record Command(FollowCode Code, string Because) : IRequest;

    internal sealed class Handler(DeliberationDb db, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var feedback = await db.FeedbackAsync(request.Code, cancellationToken);
            feedback.Contest(MaskedText.Of(request.Because), clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}

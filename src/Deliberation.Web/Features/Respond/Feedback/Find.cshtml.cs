using Deliberation.Domain.Respond.Feedback;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Persistence;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>The author types their code; wrong codes are counted.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
internal sealed class Find(IMediator mediator, IntakeLimits limits, FeatureTexts<Find> words) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (limits.Refuse(HttpContext, limits.Guesses, tries: 0) is not null)
        {
            return StatusCode(StatusCodes.Status429TooManyRequests);
        }

        var code = FollowCode.Read(Code);
        if (code is not null && await mediator.Send(new Query(code), cancellationToken))
        {
            return Redirect($"/retours/suivre/{code}");
        }

        limits.Refuse(HttpContext, limits.Guesses);
        ModelState.AddModelError(
            nameof(Code),
            words["Aucun retour n’a ce code. Vérifiez chaque signe, puis réessayez."]
        );
        return Page();
    }

    public sealed record Query(FollowCode Code) : IRequest<bool>;

    internal sealed class Handler(DeliberationDb db) : IRequestHandler<Query, bool>
    {
        public async Task<bool> Handle(Query request, CancellationToken cancellationToken)
        {
            var hash = UserFeedback.HashOf(request.Code);
            return await db.Set<UserFeedback>()
                .AnyAsync(feedback => feedback.CodeHash == hash, cancellationToken);
        }
    }
}

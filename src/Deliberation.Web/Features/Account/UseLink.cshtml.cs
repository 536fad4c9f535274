using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security.Sessions;
using Deliberation.Web.Platform.Security.Throttling;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Account;

/// <summary>Comes in with the link of a letter. Looking at the page uses nothing: mail filters open links too.</summary>
[AllowAnonymous]
internal sealed class UseLink(IMediator mediator, Throttle throttle, Door door, Welcome welcome) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty]
    public bool IsOwnDevice { get; set; }

    public bool IsSpent { get; private set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var wait = await throttle.TakeAsync(
            Limits.LinksFromOneSource,
            TooMany.SourceOf(HttpContext),
            cancellationToken
        );
        if (wait is { } time)
        {
            return TooMany.Tries(HttpContext, time);
        }

        var entrance = await mediator.Send(new Command(Token), cancellationToken);
        if (entrance is null)
        {
            IsSpent = true;
            return new PageResult { StatusCode = StatusCodes.Status410Gone };
        }

        await door.EnterAsync(HttpContext, entrance.PersonId, SignInMeans.Link, IsOwnDevice);

        return Redirect(await welcome.PlaceAsync(entrance, IsOwnDevice, cancellationToken));
    }

    /// <summary>Nothing when the link is unknown, used or too old: the three look alike.</summary>
    internal sealed record Command(string Token) : IRequest<Entrance?>;

    internal sealed class Handler(DeliberationDb db, Secrets secrets, TimeProvider clock)
        : IRequestHandler<Command, Entrance?>
    {
        public async Task<Entrance?> Handle(Command request, CancellationToken cancellationToken)
        {
            var hash = secrets.OfLink(request.Token);
            var now = clock.GetUtcNow();
            var asked = await db.Set<SignInRequest>()
                .AsNoTracking()
                .FirstOrDefaultAsync(row => row.TokenHash == hash && row.ExpiresAt > now, cancellationToken);

            return asked is null ? null : await Entrance.OpenAsync(db, asked, now, cancellationToken);
        }
    }
}

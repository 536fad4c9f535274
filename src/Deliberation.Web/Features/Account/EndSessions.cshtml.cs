using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using Deliberation.Web.Platform.Security.Sessions;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Account;

/// <summary>Lists the devices on which one is signed in, and ends one session or all of them.</summary>
[Authorize(Policy = Policies.SignedIn)]
internal sealed class EndSessions(IMediator mediator, DeliberationDb db) : PageModel
{
    [BindProperty]
    public Command Data { get; set; } = new(Guid.Empty, null);

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var here = User.FindSessionId();
        var person = User.PersonId();
        Lines = await db.Set<DeviceSession>()
            .Where(session => session.PersonId == person)
            .OrderByDescending(session => session.SeenAt)
            .Take(100)
            .Select(session => new Line(
                session.Id,
                session.Device,
                session.Means,
                session.IsOwnDevice,
                session.SeenAt,
                session.Id == here
            ))
            .ToListAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(Data with { By = User.PersonId() }, cancellationToken);

        return Redirect(Data.SessionId is null ? "/connexion" : "/compte/appareils");
    }

    internal sealed record Line(
        Guid Id,
        string Device,
        SignInMeans Means,
        bool IsOwnDevice,
        DateTimeOffset SeenAt,
        bool IsHere
    );

    /// <summary>Without a session: all of them, this device's included.</summary>
    internal sealed record Command(Guid By, Guid? SessionId) : IRequest<Unit>;

    internal sealed class Handler(DeviceSessionStore sessions) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            await sessions.EndAsync(request.By, request.SessionId);

            return Unit.Value;
        }
    }
}

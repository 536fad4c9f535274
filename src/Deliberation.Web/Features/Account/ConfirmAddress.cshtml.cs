using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security.Throttling;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Account;

/// <summary>Makes an address theirs, with the link that was sent there; it signs nobody in.</summary>
[AllowAnonymous]
internal sealed class ConfirmAddress(IMediator mediator, Throttle throttle) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    public bool? IsConfirmed { get; private set; }

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

        IsConfirmed = await mediator.Send(new Command(Token), cancellationToken);

        return new PageResult { StatusCode = IsConfirmed == true ? null : StatusCodes.Status410Gone };
    }

    /// <summary>False when the link is unknown, used or too old, or when the address serves another person.</summary>
    internal sealed record Command(string Token) : IRequest<bool>;

    internal sealed class Handler(DeliberationDb db, Secrets secrets, TimeProvider clock)
        : IRequestHandler<Command, bool>
    {
        public async Task<bool> Handle(Command request, CancellationToken cancellationToken)
        {
            var hash = secrets.OfAddressChange(request.Token);
            var now = clock.GetUtcNow();
            var change = await db.Set<AddressChange>()
                .FirstOrDefaultAsync(row => row.TokenHash == hash && row.ExpiresAt > now, cancellationToken);
            if (change is null)
            {
                return false;
            }

            db.Remove(change);
            var isFree = !await IsTakenAsync(change, cancellationToken);
            if (isFree)
            {
                var person = await db.Set<Person>()
                    .FirstAsync(row => row.Id == change.PersonId, cancellationToken);
                person.ReachAt(change.Address);
            }

            await db.SaveChangesAsync(cancellationToken);
            return isFree;
        }

        private Task<bool> IsTakenAsync(AddressChange change, CancellationToken cancellationToken)
        {
            var address = Person.Normalize(change.Address);
            return db.Set<Person>()
                .AnyAsync(
                    row => row.NormalizedEmail == address && row.Id != change.PersonId,
                    cancellationToken
                );
        }
    }
}

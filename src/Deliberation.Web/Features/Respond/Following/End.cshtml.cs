using Deliberation.Domain.Respond.Following;
using Deliberation.Web.Platform.Persistence;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Following;

/// <summary>
/// Ends a subscription and forgets its address. Mail programs post here by themselves when their reader presses
/// “unsubscribe” (RFC 8058): the address of the page is the whole proof.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
internal sealed class End(IMediator mediator, SubscriptionSeal seal) : PageModel
{
    [FromRoute]
    public string Token { get; set; } = "";

    public bool IsEnded { get; private set; }

    public IActionResult OnGet() => seal.Read(Token) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (seal.Read(Token) is not { } id)
        {
            return NotFound();
        }

        await mediator.Send(new Command(id), cancellationToken);
        IsEnded = true;
        return Page();
    }

    internal sealed record Command(Guid Id) : IRequest;

    internal sealed class Handler(DeliberationDb db) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.InOneTransactionAsync(
                () =>
                    db.Set<Subscription>()
                        .Where(row => row.Id == request.Id)
                        .ExecuteDeleteAsync(cancellationToken),
                cancellationToken
            );
            return Unit.Value;
        }
    }
}

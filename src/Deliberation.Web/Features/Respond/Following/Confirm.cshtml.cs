using Deliberation.Domain.Respond.Following;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Following;

/// <summary>The address confirms that it asked. Looking at the page confirms nothing: mail filters open links too.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true)]
internal sealed class Confirm(
    IMediator mediator,
    DeliberationDb db,
    SubscriptionSeal seal,
    FollowedNames names
) : PageModel, IShownAgain
{
    [FromRoute]
    public string Token { get; set; } = "";

    public string What { get; private set; } = "";

    public bool IsConfirmed { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (seal.Read(Token) is not { } id)
        {
            return NotFound();
        }

        await mediator.Send(new Command(id), cancellationToken);
        return RedirectToPage(new { Token });
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var id = seal.Read(Token);
        var found = await db.Set<Subscription>()
            .AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (found is null)
        {
            return false;
        }

        IsConfirmed = found.ConfirmedAt is not null;
        What = await names.SayAsync(new Followed(found.Topic, found.TopicId), cancellationToken);
        return true;
    }

    internal sealed record Command(Guid Id) : IRequest;

    internal sealed class Handler(DeliberationDb db, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var asked =
                await db.Set<Subscription>()
                    .FirstOrDefaultAsync(row => row.Id == request.Id, cancellationToken)
                ?? throw new Absent("subscription");
            asked.Confirm(clock.GetUtcNow());

            // The last wish of an address replaces its earlier ones about the same thing.
            var earlier = await db.Set<Subscription>()
                .Where(row => row.Topic == asked.Topic && row.TopicId == asked.TopicId)
                .Where(row => row.Email == asked.Email && row.Id != asked.Id)
                .ToListAsync(cancellationToken);
            db.RemoveRange(earlier);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}

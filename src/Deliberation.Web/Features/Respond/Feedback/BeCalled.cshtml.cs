using Deliberation.Domain.Respond.Feedback.Triage;
using Deliberation.Web.Features.Account;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>Someone who moderates says whether they are written to when urgent feedback comes.</summary>
[Authorize(Policy = Policies.Moderator)]
internal sealed class BeCalled(DeliberationDb db, UrgentReaders readers, IMediator mediator)
    : PageModel,
        IShownAgain
{
    [BindProperty]
    public Input Data { get; set; } = new();

    /// <summary>The person's own choice, until they make another.</summary>
    public bool IsCalled { get; private set; }

    /// <summary>Null when they have no address to write to.</summary>
    public string? Email { get; private set; }

    /// <summary>How many others receive the letter.</summary>
    public int Others { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(new Command(User.PersonId(), Data.On), cancellationToken);
        return Redirect("/bureau/retours/lettres");
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var me = User.PersonId();
        IsCalled = !await db.Set<UrgentSilence>().AnyAsync(one => one.PersonId == me, cancellationToken);
        Email = await db.Set<Person>()
            .Where(person => person.Id == me && person.EmailConfirmed)
            .Select(person => person.Email)
            .FirstOrDefaultAsync(cancellationToken);
        Others = await readers.CountOthersAsync(me, cancellationToken);
        return true;
    }

    /// <summary>What the form may say.</summary>
    public sealed class Input
    {
        public bool On { get; set; }
    }

    /// <summary>The same choice twice changes nothing.</summary>
    internal sealed record Command(Guid By, bool On) : IRequest<Unit>;

    internal sealed class Handler(DeliberationDb db, UrgentReaders readers, TimeProvider clock)
        : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var known = await db.Set<UrgentSilence>()
                .SingleOrDefaultAsync(one => one.PersonId == request.By, cancellationToken);
            if (request.On && known is not null)
            {
                db.Remove(known);
            }
            else if (!request.On && known is null)
            {
                var others = await readers.CountOthersAsync(request.By, cancellationToken);
                db.Add(UrgentSilence.Choose(request.By, others, clock.GetUtcNow()));
            }

            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}

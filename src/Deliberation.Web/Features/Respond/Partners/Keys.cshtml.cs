using Deliberation.Domain.Respond.Partners;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Partners;

/// <summary>The keys of partners’ programs: makes one, shown once, and lists them all.</summary>
[Authorize(Policy = Policies.Administrator)]
[SecondFactor]
[ResponseCache(NoStore = true)]
internal sealed class Keys(DeliberationDb db, IMediator mediator, TimeProvider clock) : PageModel, IShownAgain
{
    private const int PerPage = 50;

    [BindProperty]
    public Input Data { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Pages { get; private set; }

    public IReadOnlyList<PartnerKey> Lines { get; private set; } = [];

    /// <summary>The key just made; it will not be shown again.</summary>
    public string? Shown { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    // Answered by the page itself: an address to come back to would have to hold the key.
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.ErrorCount > 0)
        {
            return BadRequest();
        }

        Shown = await mediator.Send(new Command(User.PersonId(), Data.Id, Data.Partner), cancellationToken);
        // The next key is for someone else.
        ModelState.Clear();
        Data = new Input();
        await LoadAsync(cancellationToken);
        return Page();
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        Data.Id = Data.Id == Guid.Empty ? Guid.CreateVersion7(clock.GetUtcNow()) : Data.Id;
        Pages = Math.Max(
            1,
            (await db.Set<PartnerKey>().CountAsync(cancellationToken) + PerPage - 1) / PerPage
        );
        P = Math.Clamp(P, 1, Pages);
        Lines = await db.Set<PartnerKey>()
            .AsNoTracking()
            .OrderBy(key => key.RevokedAt != null)
            .ThenBy(key => key.Partner)
            .ThenBy(key => key.Id)
            .Skip((P - 1) * PerPage)
            .Take(PerPage)
            .ToListAsync(cancellationToken);
        return true;
    }

    public sealed class Input
    {
        public Guid Id { get; set; }

        public string? Partner { get; set; }
    }

    /// <summary>The same form twice makes one key; nothing is shown the second time.</summary>
    internal sealed record Command(Guid By, Guid Id, string? Partner) : IRequest<string?>;

    internal sealed class Handler(DeliberationDb db, TimeProvider clock) : IRequestHandler<Command, string?>
    {
        public Task<string?> Handle(Command request, CancellationToken cancellationToken) =>
            db.InOneTransactionAsync(() => MakeAsync(request, cancellationToken), cancellationToken);

        private async Task<string?> MakeAsync(Command request, CancellationToken cancellationToken)
        {
            var keys = db.Set<PartnerKey>();
            if (await keys.AnyAsync(key => key.Id == request.Id, cancellationToken))
            {
                return null;
            }

            var signs = SecretKey.Draw();
            var asked = new NewPartnerKey(
                request.Id,
                request.Partner,
                PartnerKey.GivesFeedback,
                SecretKey.HashOf(signs),
                SecretKey.BeginningOf(signs)
            );
            var inUse = await keys.CountAsync(key => key.RevokedAt == null, cancellationToken);
            db.Add(PartnerKey.Make(asked, inUse, request.By, clock.GetUtcNow()));
            await db.SaveChangesAsync(cancellationToken);
            return signs;
        }
    }
}

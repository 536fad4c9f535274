using System.Security.Cryptography;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Web.Features.Account;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Assemble.Membership;

/// <summary>Prepares cards to print and hand over, for people without e-mail.</summary>
[Authorize(Policy = Policies.SpaceInviter)]
internal sealed class MakeCards(IMediator mediator, DeliberationDb db, FeatureTexts<MakeCards> texts)
    : PageModel,
        IShownAgain
{
    private const int MostAtOnce = 100;

    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    [BindProperty]
    public Form Data { get; set; } = new(10, SpaceRole.Member, 30);

    public string Title { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid || Data.Count is < 1 or > MostAtOnce)
        {
            ModelState.AddModelError("Data.Count", texts["Préparez de 1 à 100 cartes."]);
            return Page();
        }

        if (Data.Role == SpaceRole.Facilitator && !HttpContext.HasSecondFactor())
        {
            return SecondFactor.Ask(HttpContext); // facilitators publish
        }

        await mediator.Send(
            new Command(User.PersonId(), Slug, Data.Count, Data.Role, Data.Days),
            cancellationToken
        );

        return RedirectToPage("PrintCards", new { Slug });
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        Title =
            await db.Set<Space>()
                .Where(space => space.Slug == Slug)
                .Select(space => space.Title)
                .FirstOrDefaultAsync(cancellationToken)
            ?? "";
        return Title.Length > 0;
    }

    internal sealed record Form(int Count, SpaceRole Role, int Days);

    /// <summary>With <paramref name="ReturningPersonId"/>, cards that let this member back in.</summary>
    internal sealed record Command(
        Guid By,
        string Slug,
        int Count,
        SpaceRole Role,
        int Days,
        Guid? ReturningPersonId = null
    ) : IRequest<IReadOnlyList<CardCode>>;

    internal sealed class Handler(
        DeliberationDb db,
        Roles roles,
        Secrets secrets,
        CardSeal seal,
        TimeProvider clock
    ) : IRequestHandler<Command, IReadOnlyList<CardCode>>
    {
        public async Task<IReadOnlyList<CardCode>> Handle(
            Command request,
            CancellationToken cancellationToken
        )
        {
            var space = await db.Set<Space>().FirstAsync(row => row.Slug == request.Slug, cancellationToken);
            var inviter = new Inviter(
                request.By,
                await roles.HasAsync(request.By, InstanceRole.Administrator)
            );
            var now = clock.GetUtcNow();
            var until = now.AddDays(Math.Clamp(request.Days, 0, 1_000));
            var codes = new List<CardCode>();
            for (var i = 0; i < request.Count; i++)
            {
                var invitation = Invitation.Make(
                    Guid.CreateVersion7(now),
                    space.Id,
                    request.Role,
                    inviter,
                    new Delivery(until, ReturningPersonId: request.ReturningPersonId),
                    now
                );
                var code = CardCode.From(RandomNumberGenerator.GetBytes(CardCode.Bytes));
                db.Add(invitation);
                db.Add(
                    new InvitationKey
                    {
                        InvitationId = invitation.Id,
                        Hash = secrets.OfInvitation(code.Value),
                        SealedCode = seal.Close(code),
                    }
                );
                codes.Add(code);
            }

            await db.SaveChangesAsync(cancellationToken);
            return codes;
        }
    }
}

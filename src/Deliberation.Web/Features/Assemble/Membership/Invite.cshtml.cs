using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Web.Features.Account;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Mail;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Assemble.Membership;

/// <summary>Invites people by e-mail: each gets a link of their own.</summary>
[Authorize(Policy = Policies.SpaceInviter)]
internal sealed class Invite(IMediator mediator, DeliberationDb db, FeatureTexts<Invite> texts)
    : PageModel,
        IShownAgain
{
    private const int MostAtOnce = 100;

    private static readonly char[] Separators = ['\n', '\r', ',', ';', ' '];

    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    [BindProperty]
    public Form Data { get; set; } = new(null, SpaceRole.Member, 30);

    public string Title { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        var addresses = (Data.Addresses ?? "")
            .Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        if (!ModelState.IsValid || addresses.Count is 0 or > MostAtOnce)
        {
            ModelState.AddModelError("Data.Addresses", texts["Écrivez de 1 à 100 adresses, une par ligne."]);
            return Page();
        }

        if (addresses.Find(address => !Person.IsAddress(address)) is { } wrong)
        {
            ModelState.AddModelError(
                "Data.Addresses",
                texts["« {0} » n’est pas une adresse électronique.", wrong]
            );
            return Page();
        }

        if (Data.Role == SpaceRole.Facilitator && !HttpContext.HasSecondFactor())
        {
            return SecondFactor.Ask(HttpContext); // facilitators publish
        }

        await mediator.Send(
            new Command(User.PersonId(), Slug, addresses, Data.Role, Data.Days),
            cancellationToken
        );

        return RedirectToPage("Invitations", new { Slug });
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

    internal sealed record Form(string? Addresses, SpaceRole Role, int Days);

    internal sealed record Command(
        Guid By,
        string Slug,
        IReadOnlyList<string> Addresses,
        SpaceRole Role,
        int Days
    ) : IRequest<IReadOnlyList<Guid>>;

    internal sealed class Handler(
        DeliberationDb db,
        Roles roles,
        Letters letters,
        Secrets secrets,
        PublicAddress service,
        FeatureTexts<Invite> texts,
        TimeProvider clock
    ) : IRequestHandler<Command, IReadOnlyList<Guid>>
    {
        public async Task<IReadOnlyList<Guid>> Handle(Command request, CancellationToken cancellationToken)
        {
            var space = await db.Set<Space>().FirstAsync(row => row.Slug == request.Slug, cancellationToken);
            var inviter = new Inviter(
                request.By,
                await roles.HasAsync(request.By, InstanceRole.Administrator)
            );
            var now = clock.GetUtcNow();
            var ids = new List<Guid>();
            foreach (var address in request.Addresses)
            {
                var invitation = Invitation.Make(
                    Guid.CreateVersion7(now),
                    space.Id,
                    request.Role,
                    inviter,
                    new Delivery(now.AddDays(Math.Clamp(request.Days, 0, 1_000)), address),
                    now
                );
                db.Add(invitation);
                Send(invitation, address, space.Title);
                ids.Add(invitation.Id);
            }

            await db.SaveChangesAsync(cancellationToken);
            return ids;
        }

        private void Send(Invitation invitation, string address, string title)
        {
            var token = Secrets.NewLink();
            db.Add(
                new InvitationKey
                {
                    InvitationId = invitation.Id,
                    Hash = secrets.OfInvitation(token),
                    SealedCode = null,
                }
            );
            var subject = texts["Invitation : {0}", title];
            letters.Write(
                address,
                subject[..Math.Min(200, subject.Length)],
                string.Join(
                    "\n\n",
                    texts["Bonjour,"],
                    texts["Une place vous attend dans ce dispositif : {0}.", title],
                    texts[
                        "Ouvrez ce lien pour accepter et choisir votre nom. Il est pour vous seul, et sert une fois."
                    ],
                    service.Of($"/invitation/{token}"),
                    texts["Vous ne voulez pas participer ? Ignorez ce message : le lien expirera."]
                )
            );
        }
    }
}

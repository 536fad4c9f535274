using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Mail;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using Deliberation.Web.Platform.Security.Throttling;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Deliberation.Web.Features.Account;

/// <summary>Gives an address to be written to; it counts once the letter sent there was opened.</summary>
[Authorize(Policy = Policies.SignedIn)]
internal sealed class Address(IMediator mediator, Throttle throttle, FeatureTexts<Address> texts) : PageModel
{
    [BindProperty]
    public Command Data { get; set; } = new(Guid.Empty, null);

    public bool IsSent { get; private set; }

    public void OnGet(bool envoye) => IsSent = envoye;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!Person.IsAddress(Data.Email))
        {
            ModelState.AddModelError("Data.Email", texts["Écrivez une adresse comme nom@exemple.fr."]);
            return Page();
        }

        var me = User.PersonId();
        if (
            await throttle.TakeAsync(Limits.AddressesForOneAccount, me.ToString(), cancellationToken) is
            { } wait
        )
        {
            return TooMany.Tries(HttpContext, wait);
        }

        await mediator.Send(Data with { By = me }, cancellationToken);

        return RedirectToPage(new { envoye = true });
    }

    internal sealed record Command(Guid By, string? Email) : IRequest<Unit>;

    internal sealed class Handler(DeliberationDb db, AddressLetter letter) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            letter.Write(request.By, request.Email!.Trim()); // the page checked it
            await db.SaveChangesAsync(cancellationToken);

            return Unit.Value;
        }
    }
}

/// <summary>Asks, by a letter to that address, whether it is really theirs. The caller saves.</summary>
internal sealed class AddressLetter(
    DeliberationDb db,
    Letters letters,
    Secrets secrets,
    PublicAddress service,
    FeatureTexts<Address> texts,
    TimeProvider clock
)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(2);

    public void Write(Guid personId, string address)
    {
        var token = Secrets.NewLink();
        db.Add(
            new AddressChange
            {
                Id = Guid.NewGuid(),
                PersonId = personId,
                Address = address,
                TokenHash = secrets.OfAddressChange(token),
                ExpiresAt = clock.GetUtcNow() + Lifetime,
            }
        );
        letters.Write(
            address,
            texts["Cette adresse est-elle bien la vôtre ?"],
            string.Join(
                "\n\n",
                texts["Bonjour,"],
                texts["Ouvrez ce lien pour confirmer votre adresse. Il sert pendant 2 jours."],
                service.Of($"/compte/adresse/{token}"),
                texts["Vous n’avez rien demandé ? Ignorez ce message : rien ne changera."]
            )
        );
    }
}

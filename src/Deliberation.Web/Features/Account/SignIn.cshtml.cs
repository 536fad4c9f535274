using Deliberation.Web.Features.Account.StaffIdentity;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Mail;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security.Throttling;
using Deliberation.Web.Platform.Ui;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Deliberation.Web.Features.Account;

/// <summary>
/// Asks for a way in by e-mail. The answer, and the work done before giving it, are the same whether or not
/// somebody has that address.
/// </summary>
[AllowAnonymous]
internal sealed class SignIn(
    IMediator mediator,
    Throttle throttle,
    StaffIdentitySettings staff,
    FeatureTexts<SignIn> texts
) : PageModel
{
    [BindProperty]
    public Command Data { get; set; } = new(null, null);

    /// <summary>Why the staff identity provider let nobody in.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Refus { get; set; }

    /// <summary>The staff identity provider; nothing when there is none.</summary>
    public StaffIdentitySettings? Staff => staff.IsSet ? staff : null;

    public void OnGet(string? retour) => Data = Data with { ReturnTo = retour };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!Person.IsAddress(Data.Email))
        {
            ModelState.AddModelError("Data.Email", texts["Écrivez une adresse comme nom@exemple.fr."]);
            return Page();
        }

        var wait =
            await throttle.TakeAsync(
                Limits.RequestsFromOneSource,
                TooMany.SourceOf(HttpContext),
                cancellationToken
            )
            ?? await throttle.TakeAsync(
                Limits.RequestsForOneAccount,
                Person.Normalize(Data.Email)!, // IsAddress refused an empty one
                cancellationToken
            );
        if (wait is { } time)
        {
            return TooMany.Tries(HttpContext, time);
        }

        var demande = await mediator.Send(Data, cancellationToken);

        return RedirectToPage("TypeCode", new { demande });
    }

    internal sealed record Command(string? Email, string? ReturnTo) : IRequest<Guid>;

    internal sealed class Handler(
        DeliberationDb db,
        Letters letters,
        Secrets secrets,
        PublicAddress address,
        IOptions<Brand> brand,
        FeatureTexts<SignIn> texts,
        TimeProvider clock
    ) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var known = Person.Normalize(request.Email);
            var person = await db.Set<Person>()
                .Where(someone => someone.NormalizedEmail == known)
                .Select(someone => new { someone.Id, someone.Email })
                .FirstOrDefaultAsync(cancellationToken);
            var (id, link, code) = (Guid.NewGuid(), Secrets.NewLink(), Secrets.NewCode());
            var now = clock.GetUtcNow();
            db.Add(
                new SignInRequest
                {
                    Id = id,
                    PersonId = person?.Id,
                    TokenHash = secrets.OfLink(link),
                    CodeHash = secrets.OfCode(id, code),
                    ReturnTo = Door.IsOurs(request.ReturnTo) ? request.ReturnTo : null,
                    RequestedAt = now,
                    ExpiresAt = now + SignInRequest.Lifetime,
                }
            );
            letters.Write(
                person?.Email,
                texts["Votre lien pour entrer dans {0}", brand.Value.Service],
                Letter(link, code)
            );
            await db.SaveChangesAsync(cancellationToken);

            return id;
        }

        private string Letter(string link, string code) =>
            string.Join(
                "\n\n",
                texts["Bonjour,"],
                texts["Ouvrez ce lien pour entrer. Il sert une seule fois, pendant 20 minutes."],
                address.Of($"/connexion/lien/{link}"),
                texts["Sur un autre appareil, tapez plutôt ce code : {0}", $"{code[..3]} {code[3..]}"],
                texts["Vous n’avez rien demandé ? Ignorez ce message : personne n’entrera."],
                brand.Value.Service
            );
    }
}

using System.Buffers.Text;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Mail;
using Deliberation.Web.Platform.Security;
using Deliberation.Web.Platform.Security.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Deliberation.Web.Features.Account;

/// <summary>Lists one's passkeys, adds one, takes one away.</summary>
[Authorize(Policy = Policies.SignedIn)]
internal sealed class Passkeys(
    IPasskeyHandler<Person> passkeys,
    UserManager<Person> people,
    PasskeyCeremony ceremony,
    Roles roles,
    Letters letters,
    Door door,
    FeatureTexts<Passkeys> texts
) : PageModel
{
    private const int Most = 10;

    [BindProperty]
    public string? Credential { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Retour { get; set; }

    /// <summary>True on the way in, when a first key is offered.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Proposition { get; set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    /// <summary>Whoever publishes changes their keys with one of them in hand: a stolen letter must not replace them.</summary>
    public bool NeedsKeyInHand { get; private set; }

    public async Task OnGetAsync() => await LoadAsync(await PersonAsync());

    public async Task<IActionResult> OnPostOptionsAsync()
    {
        var person = await PersonAsync();
        if (await NeedsKeyInHandAsync(person))
        {
            return Forbid();
        }

        var made = await passkeys.MakeCreationOptionsAsync(
            new PasskeyUserEntity
            {
                Id = person.Id.ToString(),
                Name = person.Email ?? person.Name,
                DisplayName = person.Name,
            },
            HttpContext
        );
        ceremony.Begin(HttpContext, made.AttestationState);
        return Content(made.CreationOptionsJson, "application/json");
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var person = await PersonAsync();
        if (await NeedsKeyInHandAsync(person))
        {
            return Forbid();
        }

        var held = await people.GetPasskeysAsync(person);
        if (held.Count >= Most || await AttestAsync() is not { } passkey)
        {
            ModelState.AddModelError("", texts["La clé n’a pas pu être ajoutée. Réessayez."]);
            await LoadAsync(person);
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        passkey.Name = NameOf(Name);
        Tell(person, passkey.Name);
        await people.AddOrUpdatePasskeyAsync(person, passkey);
        await OpenAgainAsync(person);

        return Door.IsOurs(Retour) ? Redirect(Door.PlaceToGo(Retour)) : RedirectToPage();
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        if (Id is null || !Base64Url.IsValid(Id))
        {
            return NotFound();
        }

        var person = await PersonAsync();
        if (await NeedsKeyInHandAsync(person))
        {
            return Forbid();
        }

        await people.RemovePasskeyAsync(person, Base64Url.DecodeFromChars(Id));

        return RedirectToPage();
    }

    private async Task<bool> NeedsKeyInHandAsync(Person person) =>
        !HttpContext.HasSecondFactor()
        && await roles.HasDeskAsync(person.Id)
        && (await people.GetPasskeysAsync(person)).Count > 0;

    private async Task<UserPasskeyInfo?> AttestAsync()
    {
        var challenge = ceremony.Finish(HttpContext);
        if (string.IsNullOrEmpty(Credential) || challenge is null)
        {
            return null;
        }

        var answer = await passkeys.PerformAttestationAsync(
            new PasskeyAttestationContext
            {
                HttpContext = HttpContext,
                CredentialJson = Credential,
                AttestationState = challenge,
            }
        );
        if (!answer.Succeeded)
        {
            ceremony.Refused(answer.Failure.Message);
            return null;
        }

        // A challenge asked for by someone else on this browser must not add a key to this account.
        return answer.UserEntity.Id == User.PersonId().ToString() ? answer.Passkey : null;
    }

    /// <summary>Making a key takes the device and what unlocks it: from here on the session holds both.</summary>
    private async Task OpenAgainAsync(Person person)
    {
        if (!HttpContext.HasSecondFactor())
        {
            var session = await HttpContext.AuthenticateAsync(IdentityConstants.ApplicationScheme);
            var isOwnDevice = session.Properties?.IsPersistent ?? false;
            await door.EnterAsync(HttpContext, person.Id, SignInMeans.Passkey, isOwnDevice);
        }
    }

    /// <summary>Saved with the key.</summary>
    private void Tell(Person person, string name)
    {
        if (person.Email is not null)
        {
            letters.Write(
                person.Email,
                texts["Une clé d’accès a été ajoutée à votre compte"],
                string.Join(
                    "\n\n",
                    texts["Bonjour,"],
                    texts["Cette clé ouvre maintenant votre compte : {0}.", name],
                    texts["Ce n’est pas vous ? Déconnectez-vous partout, retirez cette clé et prévenez-nous."]
                )
            );
        }
    }

    private string NameOf(string? typed)
    {
        var name = (typed ?? "").Trim();
        name = name.Length > 0 ? name : DeviceName.Of(Request.Headers.UserAgent.ToString());
        name = name.Length > 0 ? name : texts["Clé d’accès"];
        return name.Length <= 60 ? name : name[..60];
    }

    private async Task LoadAsync(Person person)
    {
        NeedsKeyInHand = await NeedsKeyInHandAsync(person);
        var held = await people.GetPasskeysAsync(person);
        Lines =
        [
            .. held.Select(key => new Line(
                Base64Url.EncodeToString(key.CredentialId),
                key.Name ?? texts["Clé d’accès"],
                key.CreatedAt
            )),
        ];
    }

    private async Task<Person> PersonAsync() =>
        await people.FindByIdAsync(User.PersonId().ToString())
        ?? throw new InvalidOperationException("The session outlived its person.");

    internal sealed record Line(string Id, string Name, DateTimeOffset CreatedAt);
}

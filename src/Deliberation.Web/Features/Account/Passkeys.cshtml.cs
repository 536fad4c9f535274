using System.Buffers.Text;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Security;
using Deliberation.Web.Platform.Security.Sessions;
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

    public async Task OnGetAsync() => await LoadAsync();

    public async Task<IActionResult> OnPostOptionsAsync()
    {
        var person = await PersonAsync();
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
        var held = await people.GetPasskeysAsync(person);
        if (held.Count >= Most || await AttestAsync() is not { } passkey)
        {
            ModelState.AddModelError("", texts["La clé n’a pas pu être ajoutée. Réessayez."]);
            await LoadAsync();
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        passkey.Name = NameOf(Name);
        await people.AddOrUpdatePasskeyAsync(person, passkey);

        return Door.IsOurs(Retour) ? Redirect(Door.PlaceToGo(Retour)) : RedirectToPage();
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        if (Id is null || !Base64Url.IsValid(Id))
        {
            return NotFound();
        }

        await people.RemovePasskeyAsync(await PersonAsync(), Base64Url.DecodeFromChars(Id));

        return RedirectToPage();
    }

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

    private string NameOf(string? typed)
    {
        var name = (typed ?? "").Trim();
        name = name.Length > 0 ? name : DeviceName.Of(Request.Headers.UserAgent.ToString());
        name = name.Length > 0 ? name : texts["Clé d’accès"];
        return name.Length <= 60 ? name : name[..60];
    }

    private async Task LoadAsync()
    {
        var held = await people.GetPasskeysAsync(await PersonAsync());
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

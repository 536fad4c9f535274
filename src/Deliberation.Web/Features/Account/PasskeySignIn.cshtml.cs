using Deliberation.Web.Platform.Security.Sessions;
using Deliberation.Web.Platform.Security.Throttling;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Deliberation.Web.Features.Account;

/// <summary>Comes in with a passkey: the device's own lock answers a challenge, nothing is typed.</summary>
[AllowAnonymous]
internal sealed class PasskeySignIn(
    IPasskeyHandler<Person> passkeys,
    UserManager<Person> people,
    PasskeyCeremony ceremony,
    Throttle throttle,
    Door door
) : PageModel
{
    [BindProperty]
    public string? Credential { get; set; }

    [BindProperty]
    public string? ReturnTo { get; set; }

    [BindProperty]
    public bool IsOwnDevice { get; set; }

    public IActionResult OnGet() => Redirect("/connexion");

    public async Task<IActionResult> OnPostOptionsAsync()
    {
        // No account is named, so the answer says nothing about any.
        var made = await passkeys.MakeRequestOptionsAsync(user: null, HttpContext);
        ceremony.Begin(HttpContext, made.AssertionState);
        return Content(made.RequestOptionsJson, "application/json");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var wait = await throttle.TakeAsync(
            Limits.PasskeysFromOneSource,
            TooMany.SourceOf(HttpContext),
            cancellationToken
        );
        if (wait is { } time)
        {
            return TooMany.Tries(HttpContext, time);
        }

        var challenge = ceremony.Finish(HttpContext);
        if (string.IsNullOrEmpty(Credential) || challenge is null)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        var context = new PasskeyAssertionContext
        {
            HttpContext = HttpContext,
            CredentialJson = Credential,
            AssertionState = challenge,
        };
        var answer = await passkeys.PerformAssertionAsync(context);
        if (!answer.Succeeded)
        {
            ceremony.Refused(answer.Failure.Message);
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        await people.AddOrUpdatePasskeyAsync(answer.User, answer.Passkey);
        await door.EnterAsync(HttpContext, answer.User.Id, SignInMeans.Passkey, IsOwnDevice);

        return Redirect(Door.PlaceToGo(ReturnTo));
    }
}

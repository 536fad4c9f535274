using Deliberation.Web.Features.Account;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Security;
using Deliberation.Web.Platform.Security.Sessions;
using Deliberation.Web.Platform.Security.Throttling;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Deliberation.Web.Features.Assemble.Membership;

/// <summary>Accepts an invitation: one chooses the name shown, then one is in.</summary>
[AllowAnonymous]
internal sealed class Accept(
    IMediator mediator,
    InvitationSearch search,
    Account.Door door,
    Welcome welcome,
    FeatureTexts<Accept> texts
) : PageModel, IShownAgain
{
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    [BindProperty]
    public Form Data { get; set; } = new(null, IsPublic: false, null);

    [BindProperty]
    public bool IsOwnDevice { get; set; }

    /// <summary>Nothing when the invitation gives nothing.</summary>
    public Offer? Offer { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        return await FindAsync(cancellationToken) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (!string.IsNullOrWhiteSpace(Data.Email) && !Person.IsAddress(Data.Email))
        {
            ModelState.AddModelError("Data.Email", texts["Écrivez une adresse comme nom@exemple.fr."]);
            return Page();
        }

        var accepted = await mediator.Send(
            new AcceptInvitation.Command(User.FindPersonId(), Key, Data.Name, Data.IsPublic, Data.Email),
            cancellationToken
        );
        if (accepted is null)
        {
            return Nothing();
        }

        if (accepted.PersonId != User.FindPersonId())
        {
            await door.EnterAsync(HttpContext, accepted.PersonId, SignInMeans.Card, IsOwnDevice);
        }

        var entrance = new Entrance(accepted.PersonId, $"/dispositifs/{accepted.Slug}");
        return Redirect(await welcome.PlaceAsync(entrance, IsOwnDevice, cancellationToken));
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) is null;

    /// <summary>The answer when there is no invitation to show.</summary>
    private async Task<IActionResult?> FindAsync(CancellationToken cancellationToken)
    {
        (Offer, var wait) = await search.FindAsync(Key, TooMany.SourceOf(HttpContext), cancellationToken);
        return wait is { } time ? TooMany.Tries(HttpContext, time)
            : Offer is null ? Nothing()
            : null;
    }

    private PageResult Nothing()
    {
        Offer = null;
        return new PageResult { StatusCode = StatusCodes.Status404NotFound };
    }

    internal sealed record Form(string? Name, bool IsPublic, string? Email);
}

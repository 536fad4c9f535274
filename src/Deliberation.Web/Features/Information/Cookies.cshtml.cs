using Deliberation.Web.Platform.Caching;
using Deliberation.Web.Platform.Localization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Deliberation.Web.Features.Information;

/// <summary>Every cookie this service sets, by the name it really has; a test compares with what browsers receive.</summary>
[AllowAnonymous]
[SameForEveryone]
internal sealed class Cookies(
    IOptionsMonitor<CookieAuthenticationOptions> sessions,
    IOptions<AntiforgeryOptions> forms,
    IHostEnvironment environment,
    FeatureTexts<Cookies> t
) : PageModel
{
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public void OnGet() =>
        Lines = [
            new(
                sessions.Get(IdentityConstants.ApplicationScheme).Cookie.Name ?? "",
                t["Reconnaître une personne connectée"],
                t["2 heures ou 30 jours, selon votre choix"]
            ),
            new(LocalizationSetup.CookieName, t["Garder la langue choisie"], t["Un an"]),
            new(
                forms.Value.Cookie.Name ?? "",
                t["Vérifier qu’un formulaire vient bien de ce site"],
                t["Jusqu’à la fermeture du navigateur"]
            ),
            new(
                environment.IsDevelopment() ? "passkey" : "__Host-passkey",
                t["Vérifier une clé d’accès, quand on s’en sert"],
                t["Cinq minutes"]
            ),
        ];

    public sealed record Line(string Name, string Purpose, string Duration);
}

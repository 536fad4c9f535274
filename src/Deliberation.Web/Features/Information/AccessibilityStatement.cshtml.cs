using Deliberation.Web.Platform.Caching;
using Deliberation.Web.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Deliberation.Web.Features.Information;

/// <summary>
/// The accessibility statement, in the form the law imposes (arrêté du 20 septembre 2019; model at
/// https://accessibilite.numerique.gouv.fr/obligations/declaration-accessibilite/).
/// </summary>
[AllowAnonymous]
[SameForEveryone]
internal sealed class AccessibilityStatement(IOptions<Brand> brand, IOptions<Legal> legal) : PageModel
{
    public Brand Brand => brand.Value;

    public Legal Legal => legal.Value;
}

using Deliberation.Web.Platform.Caching;
using Deliberation.Web.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Deliberation.Web.Features.Information;

/// <summary>Who publishes and hosts this service, as its operator declares it.</summary>
[AllowAnonymous]
[SameForEveryone]
internal sealed class LegalNotice(IOptions<Brand> brand, IOptions<Legal> legal) : PageModel
{
    public Brand Brand => brand.Value;

    public Legal Legal => legal.Value;
}

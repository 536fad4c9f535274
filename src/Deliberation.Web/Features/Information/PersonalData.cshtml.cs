using Deliberation.Web.Platform.Caching;
using Deliberation.Web.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Deliberation.Web.Features.Information;

/// <summary>What is kept about people, why, how long, and how to object.</summary>
[AllowAnonymous]
[SameForEveryone]
internal sealed class PersonalData(IOptions<Brand> brand, IOptions<Legal> legal) : PageModel
{
    public Brand Brand => brand.Value;

    public Legal Legal => legal.Value;
}

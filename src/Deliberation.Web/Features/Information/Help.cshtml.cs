using Deliberation.Web.Platform.Caching;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Deliberation.Web.Features.Information;

/// <summary>The questions people ask first.</summary>
[AllowAnonymous]
[SameForEveryone]
internal sealed class Help : PageModel;

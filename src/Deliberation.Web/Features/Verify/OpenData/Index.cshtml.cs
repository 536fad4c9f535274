using Deliberation.Web.Platform.Caching;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Deliberation.Web.Features.Verify.OpenData;

/// <summary>What data can be taken, what each column means, and under which licence.</summary>
[AllowAnonymous]
[SameForEveryone]
internal sealed class Index : PageModel;

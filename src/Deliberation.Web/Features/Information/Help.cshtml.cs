using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Deliberation.Web.Features.Information;

/// <summary>The questions people ask first.</summary>
[AllowAnonymous]
internal sealed class Help : PageModel;

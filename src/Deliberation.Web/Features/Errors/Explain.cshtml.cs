using Deliberation.Domain;
using Deliberation.Web.Features.Respond.Feedback;
using Deliberation.Web.Platform.Localization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Deliberation.Web.Features.Errors;

/// <summary>Says what went wrong and what to do, for any status.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
internal sealed class Explain(RuleWords words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Status { get; set; }

    /// <summary>The rule that was broken, when that is what happened.</summary>
    public string? BrokenRule { get; private set; }

    /// <summary>The frame it is told in; null on our own pages.</summary>
    public FrameLook? Frame { get; private set; }

    public void OnGet() => Describe();

    public void OnPost() => Describe();

    private void Describe()
    {
        // A form too large to be read leaves nothing bound, not even the address.
        Status = int.TryParse(RouteData.Values["status"] as string, out var status) ? status : Status;
        if (HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error is { } failure)
        {
            Status = Platform.Security.FailureHandler.StatusOf(failure);
            BrokenRule = failure is RuleBroken broken ? words.Say(broken.Rule) : null;
        }

        Status = Status is >= 400 and <= 599 ? Status : StatusCodes.Status404NotFound;
        Response.StatusCode = Status;
        Frame = FramedFailure.Prepare(HttpContext);
    }
}

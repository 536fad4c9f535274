using Deliberation.Domain;
using Deliberation.Web.Platform.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Deliberation.Web.Platform.Security;

/// <summary>A page that can show itself again, with the values typed, when what was asked breaks a rule.</summary>
internal interface IShownAgain
{
    /// <summary>Reads what the page shows besides the form; false when there is nothing to show (404).</summary>
    Task<bool> LoadAsync(CancellationToken cancellationToken);
}

/// <summary>Brings a broken rule back to the form it was broken on, as a sentence in the reader's language.</summary>
internal sealed class BrokenRules(RuleWords words) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        var executed = await next();
        if (
            executed.Exception is RuleBroken broken
            && context.HandlerInstance is PageModel page and IShownAgain shown
        )
        {
            page.ModelState.AddModelError("", words.Say(broken.Rule));
            executed.ExceptionHandled = true;
            executed.Result = await shown.LoadAsync(context.HttpContext.RequestAborted)
                ? new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity }
                : new NotFoundResult();
        }
        else if (executed.Exception is Absent)
        {
            executed.ExceptionHandled = true;
            executed.Result = new NotFoundResult();
        }
    }
}

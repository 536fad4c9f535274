using Deliberation.Web.Platform.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>
/// On a page that also stands in frames: at that address, reads what the site around it chose. What cannot be followed
/// is refused (400) before anything else, with the way to the ordinary page.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ShownInFramesAttribute : Attribute, IPageFilter
{
    private const string Refusal = "/Features/Respond/Feedback/_FrameRefused.cshtml";

    public void OnPageHandlerSelected(PageHandlerSelectedContext context) { }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var http = context.HttpContext;
        if (http.GetEndpoint()?.Metadata.GetMetadata<ForOtherSitesAttribute>() is null)
        {
            return;
        }

        var hosts = http.RequestServices.GetRequiredService<FrameHosts>();
        var look = FrameLook.Read(http.Request.Query, hosts);
        http.Features.Set(look);
        http.Items[SecurityHeaders.NonceItem] = look.Nonce;
        if (look.Refused.Count > 0 && context.HandlerInstance is PageModel page)
        {
            context.Result = new PartialViewResult
            {
                ViewName = Refusal,
                StatusCode = StatusCodes.Status400BadRequest,
                ViewData = new ViewDataDictionary<IReadOnlyList<string>>(page.ViewData, look.Refused),
            };
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context) { }
}

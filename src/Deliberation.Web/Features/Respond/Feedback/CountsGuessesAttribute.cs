using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>A page that a private code opens: wrong codes are counted per address, and too many are answered by 429.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class CountsGuessesAttribute() : TypeFilterAttribute(typeof(Counter))
{
    private sealed class Counter(IntakeLimits limits) : IAsyncPageFilter
    {
        public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

        public async Task OnPageHandlerExecutionAsync(
            PageHandlerExecutingContext context,
            PageHandlerExecutionDelegate next
        )
        {
            if (limits.Refuse(context.HttpContext, limits.Guesses, tries: 0) is not null)
            {
                context.Result = new StatusCodeResult(StatusCodes.Status429TooManyRequests);
                return;
            }

            var executed = await next();
            if (executed.Exception is Platform.Security.Absent || executed.Result is NotFoundResult)
            {
                limits.Refuse(context.HttpContext, limits.Guesses);
            }
        }
    }
}

using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Deliberation.Web.Platform.Security;

/// <summary>
/// Refuses (400) a form or an address that holds the null character: no keyboard types it, and PostgreSQL keeps no text
/// that has one.
/// </summary>
internal sealed class ReadableWords : IAsyncResourceFilter
{
    private const char Null = '\0';

    public async Task OnResourceExecutionAsync(
        ResourceExecutingContext context,
        ResourceExecutionDelegate next
    )
    {
        var request = context.HttpContext.Request;
        var explains = context.HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null;
        if (!explains && (HasNull(request.Query) || (request.HasFormContentType && HasNull(request.Form))))
        {
            context.Result = new BadRequestResult();
        }
        else
        {
            await next();
        }
    }

    private static bool HasNull(
        IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> fields
    ) =>
        fields.Any(field =>
            field.Value.Any(value => value?.Contains(Null, StringComparison.Ordinal) == true)
        );
}

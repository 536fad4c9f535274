using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Primitives;

namespace Deliberation.Web.Platform.Security;

/// <summary>
/// Refuses (400) a form that cannot be read, and a form or an address that holds the null character: no keyboard types
/// it, and PostgreSQL keeps no text that has one.
/// </summary>
internal sealed class ReadableWords : IAsyncResourceFilter
{
    private const char Null = '\0';

    public async Task OnResourceExecutionAsync(
        ResourceExecutingContext context,
        ResourceExecutionDelegate next
    )
    {
        var explains = context.HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null;
        if (explains || await IsReadableAsync(context.HttpContext.Request))
        {
            await next();
        }
        else
        {
            context.Result = new BadRequestResult();
        }
    }

    private static async Task<bool> IsReadableAsync(HttpRequest request)
    {
        if (HasNull(request.Query))
        {
            return false;
        }
        try
        {
            return !request.HasFormContentType
                || !HasNull(await request.ReadFormAsync(request.HttpContext.RequestAborted));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static bool HasNull(IEnumerable<KeyValuePair<string, StringValues>> fields) =>
        fields.Any(field =>
            field.Value.Any(value => value?.Contains(Null, StringComparison.Ordinal) == true)
        );
}

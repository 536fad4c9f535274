using Deliberation.Domain;
using Deliberation.Web.Features.Respond.Feedback;
using Deliberation.Web.Features.Respond.Partners;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Persistence;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Platform.Security;

/// <summary>One place where a failure becomes a status; the error page or a problem document then says it in words.</summary>
internal sealed class FailureHandler(RuleWords words, IProblemDetailsService problems) : IExceptionHandler
{
    private const int SqliteBusy = 5;
    private const int SqliteFull = 13;

    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext,
        Exception exception,
        CancellationToken cancellationToken
    )
    {
        var status = StatusOf(exception);
        httpContext.Response.StatusCode = status;
        if (status is StatusCodes.Status503ServiceUnavailable or StatusCodes.Status429TooManyRequests)
        {
            httpContext.Response.Headers.RetryAfter = "5";
        }

        if (!IsApi(httpContext.Request))
        {
            return false;
        }

        if (DoorAnswers.IsFhir(httpContext.Request))
        {
            var sentence = exception is RuleBroken rule ? words.Say(rule.Rule) : "";
            await FhirOutcome.Of(new Refusal(status, sentence)).ExecuteAsync(httpContext);
            return true;
        }

        var problem = new ProblemDetailsContext
        {
            HttpContext = httpContext,
            ProblemDetails = { Status = status },
        };
        if (exception is RuleBroken broken)
        {
            problem.ProblemDetails.Detail = words.Say(broken.Rule);
            problem.ProblemDetails.Extensions["code"] = broken.Rule.Code;
        }

        return await problems.TryWriteAsync(problem);
    }

    public static int StatusOf(Exception exception) =>
        exception switch
        {
            RuleBroken => StatusCodes.Status422UnprocessableEntity,
            Absent => StatusCodes.Status404NotFound,
            BadHttpRequestException bad => bad.StatusCode,
            AntiforgeryValidationException => StatusCodes.Status400BadRequest,
            _ when Overtaken.Is(exception) => StatusCodes.Status409Conflict,
            DbUpdateException { InnerException: { } inner } => StatusOf(inner),
            SqliteException { SqliteErrorCode: SqliteBusy or SqliteFull } =>
                StatusCodes.Status503ServiceUnavailable,
            IntakeIsFull => StatusCodes.Status429TooManyRequests,
            TimeoutException => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status500InternalServerError,
        };

    public static bool IsApi(HttpRequest request) =>
        request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
}

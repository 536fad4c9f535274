using Deliberation.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Deliberation.Web.Features.Respond.Partners;

/// <summary>Why a program’s request is refused, before it is said in the language of its door.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What is wrong, in words.</param>
internal sealed record Refusal(int Status, string Detail)
{
    /// <summary>The code of the rule it breaks.</summary>
    public string? Code { get; init; }

    /// <summary>Where in the document; <c>$.text</c> in JSON.</summary>
    public string? Place { get; init; }

    /// <summary>The FHIR code of the issue, when the status does not tell enough.</summary>
    public string? Kind { get; init; }

    public static Refusal Of(RuleBroken broken, string sentence) =>
        new(StatusCodes.Status422UnprocessableEntity, sentence) { Code = broken.Rule.Code };

    public ProblemDetails Problem()
    {
        var problem = new ProblemDetails { Status = Status, Detail = Detail };
        if (Code is not null)
        {
            problem.Extensions["code"] = Code;
        }

        if (Place is not null)
        {
            problem.Extensions["place"] = Place;
        }

        return problem;
    }
}

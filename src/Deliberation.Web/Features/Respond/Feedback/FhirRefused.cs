using Deliberation.Web.Features.Respond.Partners;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>A resource is not of the strict subset; nothing of it is kept or logged.</summary>
internal sealed class FhirRefused(Refusal refusal) : Exception("A FHIR resource was refused.")
{
    public Refusal Refusal => refusal;

    /// <param name="kind">The code of the issue: <c>structure</c>, <c>extension</c>, <c>code-invalid</c>…</param>
    /// <param name="place">Where, as a FHIRPath expression.</param>
    public static FhirRefused Because(string kind, string place, string detail) =>
        new(
            new Refusal(
                kind is "structure"
                    ? StatusCodes.Status400BadRequest
                    : StatusCodes.Status422UnprocessableEntity,
                detail
            )
            {
                Kind = kind,
                Place = place,
            }
        );
}

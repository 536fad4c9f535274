using Deliberation.Web.Features.Respond.Feedback;

namespace Deliberation.Web.Features.Respond.Partners;

/// <summary>How a door says no: problem documents (RFC 9457), or outcomes where FHIR is spoken.</summary>
internal static class DoorAnswers
{
    public static bool IsFhir(HttpRequest request) =>
        request.Path.StartsWithSegments(FhirAddresses.Root, StringComparison.OrdinalIgnoreCase);

    public static IResult Refuse(HttpRequest request, Refusal refusal) =>
        IsFhir(request) ? FhirOutcome.Of(refusal) : Results.Problem(refusal.Problem());
}

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>The words of an answer, published or being previewed: the same view shows both.</summary>
internal sealed record AnswerShown(
    string Reason,
    string? EvidenceLink,
    string? EvidenceCitation,
    DateOnly? NextUpdateOn,
    string? ImportedFrom
)
{
    /// <summary>The reason is plain text: blank lines separate its paragraphs.</summary>
    public IReadOnlyList<string> Paragraphs =>
        Reason.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Deliberation.Domain.Publish.Opinions;

namespace Deliberation.Web.Features.Publish.Opinions;

/// <summary>A published edition as data; texts are Markdown, words for word as published.</summary>
internal sealed record OpinionData(
    string Reference,
    string Slug,
    string Space,
    string Language,
    int Edition,
    DateTimeOffset? PublishedAt,
    string Sha256,
    string Title,
    string Question,
    string Preamble,
    string Introduction,
    string Conclusion,
    string AdoptionNote,
    string SourceNote,
    string CorrectionNote,
    IReadOnlyList<OpinionData.SectionData> Sections
)
{
    public static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        // Read by machines as JSON, with nosniff: letters may stay letters.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static OpinionData Of(Read.Result found)
    {
        var (opinion, edition) = (found.Opinion, found.Edition);
        return new OpinionData(
            opinion.Reference,
            opinion.Slug,
            opinion.SpaceSlug,
            opinion.Language,
            edition.Number,
            edition.PublishedAt,
            edition.Sha256,
            edition.Title,
            found.Space.Mandate.Question,
            edition.Preamble,
            edition.Introduction,
            edition.Conclusion,
            edition.AdoptionNote,
            edition.SourceNote,
            edition.CorrectionNote,
            [.. edition.Sections.Select(section => SectionData.Of(opinion, edition, section))]
        );
    }

    internal sealed record SectionData(
        int Position,
        string Title,
        string Prose,
        IReadOnlyList<PropositionData> Propositions
    )
    {
        public static SectionData Of(Opinion opinion, Edition edition, EditionSection section) =>
            new(
                section.Position,
                section.Title,
                section.Prose,
                [
                    .. edition
                        .Propositions.Where(request => request.SectionPosition == section.Position)
                        .Select(request => PropositionData.Of(opinion, request)),
                ]
            );
    }

    internal sealed record PropositionData(
        string Reference,
        int Number,
        string Title,
        string Body,
        string Rationale,
        string Theme,
        Decision Decision
    )
    {
        public static PropositionData Of(Opinion opinion, Proposition request) =>
            new(
                Proposition.ReferenceOf(opinion.Reference, request.Number),
                request.Number,
                request.Title,
                request.Body,
                request.Rationale,
                request.Theme,
                request.Decision
            );
    }
}

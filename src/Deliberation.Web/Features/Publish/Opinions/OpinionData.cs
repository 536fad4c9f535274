using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Deliberation.Domain.Publish.MinorityPositions;
using Deliberation.Domain.Publish.Opinions;
using Deliberation.Web.Features.Publish.MinorityPositions;

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
            [.. edition.Sections.Select(section => SectionData.Of(found, section))]
        );
    }

    internal sealed record SectionData(
        int Position,
        string Title,
        string Prose,
        IReadOnlyList<PropositionData> Propositions
    )
    {
        public static SectionData Of(Read.Result found, EditionSection section) =>
            new(
                section.Position,
                section.Title,
                section.Prose,
                [
                    .. found
                        .Edition.Propositions.Where(request => request.SectionPosition == section.Position)
                        .Select(request =>
                            PropositionData.Of(
                                found.Opinion,
                                request,
                                [.. found.Positions[request.ProposalId]]
                            )
                        ),
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
        Decision Decision,
        IReadOnlyList<PositionData> MinorityPositions
    )
    {
        public static PropositionData Of(
            Opinion opinion,
            Proposition request,
            IReadOnlyList<PositionShown> positions
        )
        {
            var reference = Proposition.ReferenceOf(opinion.Reference, request.Number);
            return new(
                reference,
                request.Number,
                request.Title,
                request.Body,
                request.Rationale,
                request.Theme,
                request.Decision,
                [.. positions.Select(position => PositionData.Of(reference, position))]
            );
        }
    }

    /// <param name="Signatures">How many members signed.</param>
    /// <param name="SignedBy">Those among them who chose to be named in public.</param>
    internal sealed record PositionData(
        string Reference,
        int Number,
        string Text,
        int Signatures,
        IReadOnlyList<string> SignedBy
    )
    {
        public static PositionData Of(string proposition, PositionShown position) =>
            new(
                MinorityPosition.ReferenceOf(proposition, position.Number),
                position.Number,
                position.Text,
                position.Signatures,
                position.Names
            );
    }
}

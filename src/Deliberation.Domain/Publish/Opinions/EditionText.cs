using System.Globalization;
using System.Text;
using Deliberation.Domain.Deliberate.Ballots;
using Deliberation.Domain.Publish.MinorityPositions;

namespace Deliberation.Domain.Publish.Opinions;

/// <summary>An edition as one Markdown file: what is hashed at publication is what anyone can download.</summary>
internal static class EditionText
{
    public static string Write(Opinion opinion, Edition edition, DateTimeOffset publishedAt)
    {
        var text = new StringBuilder();
        Paragraph(text, $"# {edition.Title}");
        Paragraph(text, Identity(opinion, edition, publishedAt));
        Part(text, "Ce que corrige cette édition", edition.CorrectionNote);
        Part(text, "Préambule", edition.Preamble);
        Part(text, "Introduction", edition.Introduction);
        foreach (var section in edition.Sections)
        {
            Section(text, opinion, edition, section);
        }

        Part(text, "Conclusion", edition.Conclusion);
        Part(text, "Adoption", edition.AdoptionNote);
        Part(text, "Source", edition.SourceNote);
        return text.ToString();
    }

    private static string Identity(Opinion opinion, Edition edition, DateTimeOffset publishedAt) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Référence : {opinion.Reference}, édition {edition.Number}, publiée le {publishedAt.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}."
        );

    private static void Section(StringBuilder text, Opinion opinion, Edition edition, EditionSection section)
    {
        Paragraph(text, $"## {section.Title}");
        Paragraph(text, section.Prose);
        foreach (var request in edition.Propositions.Where(r => r.SectionPosition == section.Position))
        {
            Paragraph(
                text,
                $"### {Proposition.ReferenceOf(opinion.Reference, request.Number)} – {request.Title}"
            );
            Paragraph(text, request.Body);
            Part(text, "Pourquoi", request.Rationale, "####");
            Paragraph(text, Adopted(request.Decision));
            Positions(text, opinion.PositionsBeside(edition, request.ProposalId));
        }
    }

    // Signatures are counted, not named: a name follows what its member chooses later, a sealed text does not.
    private static void Positions(StringBuilder text, IReadOnlyList<MinorityPosition> positions)
    {
        foreach (var position in positions)
        {
            Paragraph(text, $"#### Position minoritaire {position.Number}");
            Paragraph(text, Quoted(position.Text));
            Paragraph(
                text,
                position.Signatures.Count == 1
                    ? "*Signée par 1 membre.*"
                    : string.Create(
                        CultureInfo.InvariantCulture,
                        $"*Signée par {position.Signatures.Count} membres.*"
                    )
            );
        }
    }

    private static string Quoted(string words) =>
        string.Join('\n', words.Split('\n').Select(line => $"> {line}".TrimEnd()));

    private static string Adopted(Decision decision) =>
        decision.Minutes is { } minutes
            ? $"*Adoptée hors de la plateforme : {minutes}*"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"*Adoptée au scrutin secret ({Named(decision.DecisionRule)}) : {decision.For} pour, {decision.Against} contre, {decision.Abstained} abstentions, {decision.Electors} inscrits.*"
            );

    private static string Named(DecisionRule? rule) =>
        rule switch
        {
            DecisionRule.SimpleMajority => "majorité simple",
            DecisionRule.AbsoluteMajority => "majorité absolue des membres",
            DecisionRule.TwoThirds => "majorité des deux tiers",
            DecisionRule.Consent => "consentement",
            _ => "unanimité",
        };

    private static void Part(StringBuilder text, string heading, string prose, string level = "##")
    {
        if (prose.Length > 0)
        {
            Paragraph(text, $"{level} {heading}");
            Paragraph(text, prose);
        }
    }

    private static void Paragraph(StringBuilder text, string words)
    {
        if (words.Length > 0)
        {
            text.Append(words.TrimEnd()).Append("\n\n");
        }
    }
}

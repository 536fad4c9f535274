namespace Deliberation.Domain.Publish.Opinions;

/// <summary>What the facilitator puts together: prose in Markdown, and sections with their proposals in order.</summary>
/// <param name="AdoptionNote">How the members adopted the whole, when the votes on each proposal do not say it.</param>
/// <param name="SourceNote">What the reader must know about the source or the limits of this text.</param>
/// <param name="CorrectionNote">What a new edition corrects; empty for the first.</param>
public sealed record EditionContents(
    string Preamble,
    string Introduction,
    string Conclusion,
    string AdoptionNote,
    string SourceNote,
    string CorrectionNote,
    IReadOnlyList<SectionContents> Sections
)
{
    internal IEnumerable<DecidedProposal> Proposals => Sections.SelectMany(section => section.Proposals);

    internal IEnumerable<string> Texts =>
        [
            Preamble,
            Introduction,
            Conclusion,
            AdoptionNote,
            SourceNote,
            CorrectionNote,
            .. Sections.SelectMany(section => new[] { section.Title, section.Prose }),
        ];
}

/// <summary>One part of an opinion.</summary>
public sealed record SectionContents(string Title, string Prose, IReadOnlyList<DecidedProposal> Proposals);

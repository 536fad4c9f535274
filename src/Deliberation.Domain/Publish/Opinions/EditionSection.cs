namespace Deliberation.Domain.Publish.Opinions;

/// <summary>A part of an edition, with its heading and prose.</summary>
public sealed class EditionSection
{
    private EditionSection() { }

    public Guid OpinionId { get; private set; }

    public int EditionNumber { get; private set; }

    /// <summary>Its place, from 1.</summary>
    public int Position { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>Markdown.</summary>
    public string Prose { get; private set; } = "";

    internal static EditionSection Of(Edition edition, int position, SectionContents contents) =>
        new()
        {
            OpinionId = edition.OpinionId,
            EditionNumber = edition.Number,
            Position = position,
            Title = contents.Title.Trim(),
            Prose = contents.Prose.Trim(),
        };
}

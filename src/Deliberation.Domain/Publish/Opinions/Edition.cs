namespace Deliberation.Domain.Publish.Opinions;

/// <summary>One state of an opinion as readers get it; a correction is another edition beside it.</summary>
public sealed class Edition
{
    private readonly List<EditionSection> sections = [];
    private readonly List<Proposition> propositions = [];

    private Edition() { }

    public Guid OpinionId { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    public EditionState State { get; private set; }

    public DateTimeOffset AssembledAt { get; private set; }

    /// <summary>Which state of the opinion this is, counted from 1: what is read in preview carries it, and a signature moves it.</summary>
    public int Assembly { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>Markdown, as the other proses; empty when there is none.</summary>
    public string Preamble { get; private set; } = "";

    public string Introduction { get; private set; } = "";

    public string Conclusion { get; private set; } = "";

    /// <summary>How the members adopted the whole, when the votes on each proposal do not say it.</summary>
    public string AdoptionNote { get; private set; } = "";

    /// <summary>What the reader must know about the source or the limits of this text.</summary>
    public string SourceNote { get; private set; } = "";

    /// <summary>What this edition corrects; empty for the first.</summary>
    public string CorrectionNote { get; private set; } = "";

    /// <summary>The whole edition as one Markdown file, kept as it was published; empty before.</summary>
    public string Text { get; private set; } = "";

    /// <summary>SHA-256 of <see cref="Text"/> in UTF-8, in lower-case hexadecimal; empty before publication.</summary>
    public string Sha256 { get; private set; } = "";

    public IReadOnlyList<EditionSection> Sections => [.. sections.OrderBy(section => section.Position)];

    public IReadOnlyList<Proposition> Propositions => [.. propositions.OrderBy(request => request.Position)];

    public bool IsPublished => State == EditionState.Published;

    internal static Edition Start(Guid opinionId, int number, int assembly) =>
        new()
        {
            OpinionId = opinionId,
            Number = number,
            Assembly = assembly,
            State = EditionState.Assembled,
        };

    internal void Fill(
        string title,
        EditionContents contents,
        Func<DecidedProposal, int> numberOf,
        DateTimeOffset now
    )
    {
        AssembledAt = now;
        Title = title;
        Preamble = contents.Preamble.Trim();
        Introduction = contents.Introduction.Trim();
        Conclusion = contents.Conclusion.Trim();
        AdoptionNote = contents.AdoptionNote.Trim();
        SourceNote = contents.SourceNote.Trim();
        CorrectionNote = contents.CorrectionNote.Trim();
        Arrange(contents, numberOf);
    }

    internal void ReadAgain(int assembly) => Assembly = assembly;

    internal void Publish(string text, string sha256, DateTimeOffset now)
    {
        State = EditionState.Published;
        PublishedAt = now;
        Text = text;
        Sha256 = sha256;
    }

    private void Arrange(EditionContents contents, Func<DecidedProposal, int> numberOf)
    {
        sections.Clear();
        propositions.Clear();
        foreach (var (index, part) in contents.Sections.Index())
        {
            var section = EditionSection.Of(this, index + 1, part);
            sections.Add(section);
            foreach (var proposal in part.Proposals)
            {
                propositions.Add(
                    Proposition.Of(section, numberOf(proposal), propositions.Count + 1, proposal)
                );
            }
        }
    }
}

namespace Deliberation.Domain.Publish.Opinions;

/// <summary>One numbered request of an edition, word for word as it was decided.</summary>
public sealed class Proposition
{
    private Proposition() { }

    public Guid OpinionId { get; private set; }

    public int EditionNumber { get; private set; }

    /// <summary>Its number in the opinion, from 1; the same in all editions.</summary>
    public int Number { get; private set; }

    /// <summary>The section it stands in.</summary>
    public int SectionPosition { get; private set; }

    /// <summary>Its place in the whole edition, from 1.</summary>
    public int Position { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>Markdown, exactly as decided.</summary>
    public string Body { get; private set; } = "";

    /// <summary>Markdown.</summary>
    public string Rationale { get; private set; } = "";

    public string Theme { get; private set; } = "";

    /// <summary>The proposal it was.</summary>
    public Guid ProposalId { get; private set; }

    /// <summary>The version of the live text that <see cref="Body"/> repeats.</summary>
    public int Version { get; private set; }

    public Decision Decision { get; private set; } = Decision.Recorded("");

    /// <summary>Its published name: <c>AC-2021-01-P12</c>.</summary>
    public static string ReferenceOf(string opinion, int number) => $"{opinion}-P{number}";

    internal bool Repeats(DecidedProposal proposal) =>
        ProposalId != proposal.ProposalId
        || (
            string.Equals(Title, proposal.Wording.Title, StringComparison.Ordinal)
            && string.Equals(Body, proposal.Wording.Body, StringComparison.Ordinal)
            && string.Equals(Rationale, proposal.Wording.Rationale, StringComparison.Ordinal)
        );

    internal static Proposition Of(
        EditionSection section,
        int number,
        int position,
        DecidedProposal proposal
    ) =>
        new()
        {
            OpinionId = section.OpinionId,
            EditionNumber = section.EditionNumber,
            Number = number,
            SectionPosition = section.Position,
            Position = position,
            Title = proposal.Wording.Title,
            Body = proposal.Wording.Body,
            Rationale = proposal.Wording.Rationale,
            Theme = proposal.Theme,
            ProposalId = proposal.ProposalId,
            Version = proposal.Wording.Version,
            Decision = proposal.Decision,
        };
}
